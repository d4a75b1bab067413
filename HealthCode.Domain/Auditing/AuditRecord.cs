namespace HealthCode.Domain.Auditing;

/// <summary>审计记录 — who did what to which paper, when and where. Written once, never changed; carries no clear personal data.</summary>
public sealed class AuditRecord
{
    private AuditRecord(DateTimeOffset at, string userName, string staffName, string? officeCode, string workstation, string action, string subject, string detail)
    {
        (At, UserName, StaffName, OfficeCode, Workstation) = (at, userName, staffName, officeCode, workstation);
        (Action, Subject, Detail) = (action, subject, detail);
    }

    /// <summary>Ascending in the order of writing.</summary>
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

    /// <summary>The office's own word, e.g. 打印, 不予办理.</summary>
    public string Action { get; private set; }

    /// <summary>Kind and number of the paper, e.g. 申报 20260305-0012.</summary>
    public string Subject { get; private set; }

    /// <summary>Clause, reason, names of changed fields; never their contents.</summary>
    public string Detail { get; private set; }

    /// <summary>记一笔.</summary>
    public static AuditRecord Of(AuditActor actor, DateTimeOffset at, string action, string subject, string detail = "") =>
        new(at, actor.Staff?.UserName ?? "", actor.Staff?.Name ?? "", actor.OfficeCode, actor.Workstation, action, subject, detail);
}
