using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>只读副本 — opens contexts that read from a copy of the database, for what may be some seconds old and reads much.</summary>
public sealed partial class ReplicaReads(IDatabaseEngine engine, DbContextOptions<OfficeDb> options, CurrentUser currentUser, OfficeClock clock, ILogger<ReplicaReads> log)
{
    /// <summary>A context that reads from the copy; null if there is none, or none that is near enough to the database. Nothing can be saved by it.</summary>
    public async Task<ReplicaRead?> OpenAsync(CancellationToken cancellationToken)
    {
        if (engine.ReplicaLocation is not { } location)
        {
            return null;
        }

        if (await engine.ReplicaLagAsync(cancellationToken) is not { } lag)
        {
            LogTooOld(location);
            return null;
        }

        var db = new OfficeDb(options, currentUser, clock, engine);
        engine.UseReplica(db.Database);
        return new(db, clock.Now - lag);
    }

    [LoggerMessage(LogLevel.Warning, "只读副本 {Location} 连不上，或者落后太多，改从主库取数")]
    private partial void LogTooOld(string location);
}

/// <summary>A context on the copy.</summary>
/// <param name="Db">Reads from the copy.</param>
/// <param name="AsOf">数据截至: everything saved before this moment is in it.</param>
public sealed record ReplicaRead(OfficeDb Db, DateTimeOffset AsOf) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
