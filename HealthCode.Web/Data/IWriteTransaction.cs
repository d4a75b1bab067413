namespace HealthCode.Web.Data;

/// <summary>A write transaction; disposing it lets the next one begin.</summary>
public interface IWriteTransaction : IAsyncDisposable
{
    /// <summary>Commits.</summary>
    Task CommitAsync();

    /// <summary>Rolls back, also if the engine has already done so itself.</summary>
    Task RollBackAsync();
}
