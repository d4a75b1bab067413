using System.Globalization;

namespace HealthCode.Domain.Auditing;

/// <summary>审计记录 — who did what to which document, when and where. Append-only, chained by hash; no personal data in clear.</summary>
public sealed class AuditRecord
{
    /// <summary>Action of the record that lists which payloads were destroyed; its own payload is kept.</summary>
    public const string PayloadsDestroyed = "销毁审计内容";

    /// <summary>The same of an archived chain, whose numbers are its own.</summary>
    public const string ArchivedPayloadsDestroyed = "销毁归档审计内容";

    private AuditRecord(
        DateTimeOffset at, string userName, string staffName, string? officeCode, string workstation, string onBehalfOf, string action, string subject, string detail)
    {
        (At, UserName, StaffName, OfficeCode, Workstation, OnBehalfOf) = (at, userName, staffName, officeCode, workstation, onBehalfOf);
        (Action, Subject, Detail) = (action, subject, detail);
    }

    /// <summary>记录号, ascending in order of writing, without gaps.</summary>
    public long Id { get; private set; }

    /// <summary>Time of the action.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Sign-in name; empty if no user was signed in.</summary>
    public string UserName { get; private set; }

    /// <summary>Real name.</summary>
    public string StaffName { get; private set; }

    /// <summary>Code of the office concerned, or null.</summary>
    public string? OfficeCode { get; private set; }

    /// <summary>IP address of the PC.</summary>
    public string Workstation { get; private set; }

    /// <summary>代谁办理: 监护人, 代填人, 代领人; empty if the resident came in person.</summary>
    public string OnBehalfOf { get; private set; }

    /// <summary>Action in Chinese, e.g. 打印, 不予办理.</summary>
    public string Action { get; private set; }

    /// <summary>Kind and number of the document, e.g. 申报 20260305-0012.</summary>
    public string Subject { get; private set; }

    /// <summary>Clause, reason, names of changed fields; old and new values only where they are not personal data.</summary>
    public string Detail { get; private set; }

    /// <summary>Hash of the previous record.</summary>
    public byte[] PreviousHash { get; private set; } = [];

    /// <summary>Hash of the payload; kept when the payload is destroyed.</summary>
    public byte[] PayloadHash { get; private set; } = [];

    /// <summary>Hash of this record, see <see cref="AuditKey.HashOf"/>.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>True if the payload has been destroyed.</summary>
    public bool IsDestroyed => Subject.Length == 0;

    /// <summary>Creates a record, not chained yet (see <see cref="ChainTo"/>).</summary>
    public static AuditRecord Of(AuditActor actor, DateTimeOffset at, string action, string subject, string detail = "") =>
        new(at, actor.Staff?.UserName ?? "", actor.Staff?.Name ?? "", actor.OfficeCode, actor.Workstation, actor.OnBehalfOf, action, subject, detail);

    /// <summary>A timestamp as stored and hashed: UTC, seven decimals.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>接链 — assigns the next number and the hashes, chaining the record to the head; returns the new head.</summary>
    public AuditHead ChainTo(AuditHead head, AuditKey key)
    {
        (Id, PreviousHash, PayloadHash) = (head.Number + 1, head.Hash, Payload().Hash());
        Hash = key.HashOf(PreviousHash, Id, Text(At), Action, PayloadHash);
        return new(Id, Hash);
    }

    private AuditPayload Payload() => new(UserName, StaffName, OfficeCode, Workstation, OnBehalfOf, Subject, Detail);
}
