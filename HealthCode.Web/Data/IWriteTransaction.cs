namespace HealthCode.Web.Data;

/// <summary>A transaction that writes; disposed, it lets the next one begin.</summary>
public interface IWriteTransaction : IAsyncDisposable
{
    /// <summary>Saves all of it.</summary>
    Task CommitAsync();

    /// <summary>Saves nothing of it, also where the engine has rolled back by itself.</summary>
    Task RollBackAsync();
}
