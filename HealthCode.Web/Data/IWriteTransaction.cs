namespace HealthCode.Web.Data;

/// <summary>A write transaction; disposing it lets the next one begin.</summary>
public interface IWriteTransaction : IAsyncDisposable
{
    /// <summary>Waits until no other transaction appends to the audit, of which there is one chain of all offices; nobody else does until this one ends.</summary>
    Task EnterAuditAsync(CancellationToken cancellationToken);

    /// <summary>Commits.</summary>
    Task CommitAsync();

    /// <summary>Rolls back, also if the engine has already done so itself.</summary>
    Task RollBackAsync();
}
