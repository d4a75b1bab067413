using HealthCode.Domain.Auditing;

namespace HealthCode.Web.Data;

/// <summary>Audit records of an open transaction, in the order of its saves. They are chained and stored by its last save, before it commits.</summary>
internal sealed class PendingAudit
{
    private readonly List<AuditRecord> _records = [];

    /// <summary>Whether there is nothing to store.</summary>
    public bool IsEmpty => _records.Count == 0;

    /// <summary>Whether it is this save that stores them.</summary>
    public bool IsBeingStored { get; private set; }

    public void Add(IEnumerable<AuditRecord> records) => _records.AddRange(records);

    /// <summary>The next save stores them.</summary>
    public void StoreWithNextSave() => IsBeingStored = true;

    /// <summary>Takes them out.</summary>
    public List<AuditRecord> Take()
    {
        List<AuditRecord> taken = [.. _records];
        Clear();
        return taken;
    }

    /// <summary>Forgets what a transaction that failed had to say.</summary>
    public void Clear()
    {
        _records.Clear();
        IsBeingStored = false;
    }
}
