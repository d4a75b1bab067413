using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Seals;

/// <summary>用印登记 — one use of the committee's seal: document, copies, applicant, approver and keeper (国办发〔2001〕52号). Never removed; a line recorded by
/// mistake is crossed out.</summary>
public sealed class SealUse
{
    private SealUse(string officeCode, DateTimeOffset at, DateOnly on, string subject, string applicant)
    {
        (OfficeCode, At, On, Subject, Applicant) = (officeCode, at, on, subject, applicant);
        (HandledBy, ApprovedBy, SealKeeper, Note) = ("", "", "", "");
    }

    /// <summary>Key in the database; order of use.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Time of use.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>日期.</summary>
    public DateOnly On { get; private set; }

    /// <summary>文件名称、事由: 健康通行卡 and its number.</summary>
    public string Subject { get; private set; }

    /// <summary>份数; 0 if crossed out.</summary>
    public int Copies { get; private set; } = 1;

    /// <summary>申请人, masked, because the register is open to all staff.</summary>
    public string Applicant { get; private set; }

    /// <summary>经办人.</summary>
    public string HandledBy { get; private set; }

    /// <summary>批准人.</summary>
    public string ApprovedBy { get; private set; }

    /// <summary>监印人.</summary>
    public string SealKeeper { get; private set; }

    /// <summary>True for 套印, false if stamped by hand.</summary>
    public bool IsOverprint { get; private set; }

    /// <summary>备注.</summary>
    public string Note { get; private set; }

    /// <summary>划去: recorded by mistake, still legible.</summary>
    public bool IsCrossedOut => Copies == 0;

    /// <summary>划去 — crosses out a line of a stamp that was not made; it stays in the register.</summary>
    /// <exception cref="RuleBrokenException">Crossed out already; 套印.</exception>
    public void CrossOut(StaffMember by, DateTimeOffset at)
    {
        SealRules.CrossedOutOnce.Require(!IsCrossedOut && !IsOverprint);

        (Copies, Note) = (0, $"误登记，{at.ChineseShort()} {by.Name}划去");
    }

    /// <summary>文件名称 of a card.</summary>
    public static string SubjectOf(HealthPass pass) => "健康通行卡 " + PassNumber.Restore(pass.Number).Grouped;

    /// <summary>盖在一张卡上: records the use of the seal on a card.</summary>
    public static SealUse OnCard(HealthPass pass, bool overprint, StaffMember handledBy, StaffMember keeper, DateTimeOffset at, DateOnly on, string note = "") =>
        new(pass.OfficeCode, at, on, SubjectOf(pass), pass.Holder.Name.Masked)
        {
            HandledBy = handledBy.Name,
            ApprovedBy = pass.ApproverName,
            SealKeeper = keeper.Name,
            IsOverprint = overprint,
            Note = note,
        };
}
