namespace HealthCode.Web.Data.Entities;

/// <summary>归档的审计记录 — a record of an archived chain, as it stood in the village. Read as an audit record, see <c>ArchivedAudits</c>.</summary>
public sealed class ArchivedAuditRecord
{
    /// <summary>Its chain.</summary>
    public required int ChainId { get; init; }

    /// <summary>记录号 in its own chain.</summary>
    public required long Number { get; init; }

    /// <summary>When, as text that was hashed.</summary>
    public required string At { get; init; }

    public required string Action { get; init; }

    public required string UserName { get; init; }

    public required string StaffName { get; init; }

    public required string? OfficeCode { get; init; }

    public required string Workstation { get; init; }

    public required string OnBehalfOf { get; init; }

    public required string Subject { get; init; }

    public required string Detail { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] PayloadHash { get; init; }

    public required byte[] Hash { get; init; }
}
