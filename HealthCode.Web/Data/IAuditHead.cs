namespace HealthCode.Web.Data;

/// <summary>审计链末值 — how the audit stood at a moment, in one line for a paper that outlives what it speaks of.</summary>
public interface IAuditHead
{
    /// <summary>Read within the surrounding transaction.</summary>
    Task<string> ReadAsync(OfficeDb db, CancellationToken stopping = default);
}
