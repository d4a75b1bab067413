using HealthCode.Domain.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Checkpoints;

/// <summary>Queries of checkpoints that the guard's pages share.</summary>
public static class CheckpointQueries
{
    // Compiled once, because every check runs it.
    private static readonly CompiledQuery<Func<OfficeDb, long?, IAsyncEnumerable<Checkpoint>>> Open = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, long? only) => db.Checkpoints.AsNoTracking().Where(checkpoint => !checkpoint.IsClosed && (only == null || checkpoint.Id == only)).OrderBy(checkpoint => checkpoint.Name).AsQueryable()));

    /// <summary>The checkpoints a user may work at, by name: a guard's own one, all open ones of the office for other staff.</summary>
    public static async Task<List<Checkpoint>> OpenCheckpointsAsync(this OfficeDb db, CurrentUser currentUser) => await Open.For(db)(db, currentUser.CheckpointId).ToListAsync();

    /// <summary>The requested checkpoint, or the first one; null if there is none.</summary>
    public static Checkpoint? RequestedOrFirst(this IReadOnlyList<Checkpoint> checkpoints, long? id) =>
        checkpoints.FirstOrDefault(checkpoint => checkpoint.Id == id) ?? (checkpoints.Count > 0 ? checkpoints[0] : null);
}
