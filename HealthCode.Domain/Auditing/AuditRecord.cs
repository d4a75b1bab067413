using System.Globalization;

namespace HealthCode.Domain.Auditing;

/// <summary>审计记录 — who did what to which paper, when and where. Written once, never changed, tied to the record before it; carries no clear personal data.</summary>
public sealed class AuditRecord
{
    /// <summary>The word for emptied payloads; its own payload stays and says which.</summary>
    public const string PayloadsDestroyed = "销毁审计内容";

    private AuditRecord(
        DateTimeOffset at, string userName, string staffName, string? officeCode, string workstation, string onBehalfOf, string action, string subject, string detail)
    {
        (At, UserName, StaffName, OfficeCode, Workstation, OnBehalfOf) = (at, userName, staffName, officeCode, workstation, onBehalfOf);
        (Action, Subject, Detail) = (action, subject, detail);
    }

    /// <summary>记录号, ascending in the order of writing without a gap.</summary>
    public long Id { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Sign-in name, empty when nobody was signed in.</summary>
    public string UserName { get; private set; }

    /// <summary>Real name.</summary>
    public string StaffName { get; private set; }

    /// <summary>The office concerned, or null.</summary>
    public string? OfficeCode { get; private set; }

    /// <summary>Network address of the PC.</summary>
    public string Workstation { get; private set; }

    /// <summary>代谁办理: 监护人, 代填人, 代领人; empty when the resident came himself.</summary>
    public string OnBehalfOf { get; private set; }

    /// <summary>The office's own word, e.g. 打印, 不予办理.</summary>
    public string Action { get; private set; }

    /// <summary>Kind and number of the paper, e.g. 申报 20260305-0012.</summary>
    public string Subject { get; private set; }

    /// <summary>Clause, reason, names of changed fields, and what they were and are where that is nothing personal.</summary>
    public string Detail { get; private set; }

    /// <summary>The hash of the record before it.</summary>
    public byte[] PreviousHash { get; private set; } = [];

    /// <summary>The hash of its payload, which outlives the payload.</summary>
    public byte[] PayloadHash { get; private set; } = [];

    /// <summary>Its own hash, see <see cref="AuditKey.HashOf"/>.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Whether its payload has been destroyed.</summary>
    public bool IsDestroyed => Subject.Length == 0;

    /// <summary>记一笔.</summary>
    public static AuditRecord Of(AuditActor actor, DateTimeOffset at, string action, string subject, string detail = "") =>
        new(at, actor.Staff?.UserName ?? "", actor.Staff?.Name ?? "", actor.OfficeCode, actor.Workstation, actor.OnBehalfOf, action, subject, detail);

    /// <summary>A moment as it lies in the file.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>接链 — takes the next number and is tied to the head; gives the new head.</summary>
    public AuditHead Follow(AuditHead head, AuditKey key)
    {
        (Id, PreviousHash, PayloadHash) = (head.Number + 1, head.Hash, Payload().Hash());
        Hash = key.HashOf(PreviousHash, Id, Text(At), Action, PayloadHash);
        return new(Id, Hash);
    }

    private AuditPayload Payload() => new(UserName, StaffName, OfficeCode, Workstation, OnBehalfOf, Subject, Detail);
}
