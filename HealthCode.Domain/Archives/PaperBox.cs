using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Archives;

/// <summary>纸质材料箱 — a labelled box of paper forms, destroyed by hand before two witnesses (宁疫指办发〔2020〕63号 附件1; DECISIONS.md D30).</summary>
public sealed class PaperBox
{
    /// <summary>Maximum length in characters of 内容 and 存放处.</summary>
    public const int LongestLine = 40;

    /// <summary>Maximum length in characters of 箱号 and of a name.</summary>
    public const int LongestName = 20;

    private PaperBox(string officeCode, string number, string content, int copies, string place, DateOnly firstDay, DateOnly lastDay, DateTimeOffset enteredAt)
    {
        (OfficeCode, Number, Content, Copies, Place) = (officeCode, number, content, copies, place);
        (FirstDay, LastDay, EnteredAt, EnteredBy) = (firstDay, lastDay, enteredAt, null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>箱号, as on the label.</summary>
    public string Number { get; private set; }

    /// <summary>内容.</summary>
    public string Content { get; private set; }

    /// <summary>份数.</summary>
    public int Copies { get; private set; }

    /// <summary>存放处.</summary>
    public string Place { get; private set; }

    /// <summary>起: day of the oldest form.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>止: day of the newest form.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember EnteredBy { get; private set; }

    /// <summary>Time of registration.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>销毁日期; null if not destroyed.</summary>
    public DateOnly? DestroyedOn { get; private set; }

    /// <summary>销毁方式.</summary>
    public BoxDisposal? Disposal { get; private set; }

    /// <summary>监销人.</summary>
    public string FirstWitness { get; private set; } = "";

    /// <summary>监销人, the second one.</summary>
    public string SecondWitness { get; private set; } = "";

    /// <summary>登记.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="PaperBoxRules.Validate"/>.</exception>
    public static PaperBox Enter(Office office, string number, string content, int copies, string place, DateOnly firstDay, DateOnly lastDay, StaffMember by, DateTimeOffset at, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(PaperBoxRules.Validate(number, content, copies, place, firstDay, lastDay, today));

        return new(office.Code, number, content, copies, place, firstDay, lastDay, at) { EnteredBy = by };
    }

    /// <summary>销毁 — records the destruction by hand before two witnesses; never before the end of the period of keeping.</summary>
    /// <param name="manner">碎纸 or 送保密销毁点.</param>
    /// <param name="first">监销人.</param>
    /// <param name="second">监销人, another person.</param>
    /// <param name="on">Day of the destruction.</param>
    /// <param name="office">The office.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">Already destroyed; too early or in the future; not two witnesses.</exception>
    public void Destroy(BoxDisposal manner, string first, string second, DateOnly on, Office office, DateOnly today)
    {
        PaperBoxRules.DestroyedOnce.Require(DestroyedOn is null);
        PaperBoxRules.EndIsKnown.Require(office.KeepsPapersUntil is not null);
        RuleBrokenException.ThrowIfAny(PaperBoxRules.ValidateDestruction(first, second, on, office.KeepsPapersUntil!.Value, today));

        (DestroyedOn, Disposal, FirstWitness, SecondWitness) = (on, manner, first, second);
    }
}
