using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>纸质材料箱 — kept forms in a box with a label; at the end two people destroy it by hand and say how (宁疫指办发〔2020〕63号 附件1; DECISIONS.md D30).</summary>
public sealed class PaperBox
{
    /// <summary>Characters of what is in it, and of where it stands.</summary>
    public const int LongestLine = 40;

    /// <summary>Characters of 箱号 and of a name.</summary>
    public const int LongestName = 20;

    private PaperBox(string officeCode, string number, string content, int copies, string place, DateOnly firstDay, DateOnly lastDay, DateTimeOffset enteredAt)
    {
        (OfficeCode, Number, Content, Copies, Place) = (officeCode, number, content, copies, place);
        (FirstDay, LastDay, EnteredAt, EnteredBy) = (firstDay, lastDay, enteredAt, null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>箱号, as on its label.</summary>
    public string Number { get; private set; }

    /// <summary>内容.</summary>
    public string Content { get; private set; }

    /// <summary>份数.</summary>
    public int Copies { get; private set; }

    /// <summary>存放处.</summary>
    public string Place { get; private set; }

    /// <summary>起: the oldest form in it.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>止: the newest.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember EnteredBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>销毁日期; null while it stands there.</summary>
    public DateOnly? DestroyedOn { get; private set; }

    /// <summary>销毁方式.</summary>
    public BoxDisposal? Disposal { get; private set; }

    /// <summary>监销人.</summary>
    public string FirstWitness { get; private set; } = "";

    /// <summary>监销人, the other one.</summary>
    public string SecondWitness { get; private set; } = "";

    /// <summary>登记.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="PaperBoxRules.Against"/>.</exception>
    public static PaperBox Enter(Office office, string number, string content, int copies, string place, DateOnly firstDay, DateOnly lastDay, StaffMember by, DateTimeOffset at, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(PaperBoxRules.Against(number, content, copies, place, firstDay, lastDay, today));

        return new(office.Code, number, content, copies, place, firstDay, lastDay, at) { EnteredBy = by };
    }

    /// <summary>销毁 — by hand, before two people, never before the papers in the computer go.</summary>
    /// <param name="manner">碎纸 or 送保密销毁点.</param>
    /// <param name="first">监销人.</param>
    /// <param name="second">监销人, somebody else.</param>
    /// <param name="on">The day it was done.</param>
    /// <param name="office">The office.</param>
    /// <param name="today">The day it is written down.</param>
    /// <exception cref="RuleBrokenException">Done already; too early or not yet; not two people.</exception>
    public void Destroy(BoxDisposal manner, string first, string second, DateOnly on, Office office, DateOnly today)
    {
        PaperBoxRules.DestroyedOnce.Require(DestroyedOn is null);
        PaperBoxRules.EndIsKnown.Require(office.KeepsPapersUntil is not null);
        RuleBrokenException.ThrowIfAny(PaperBoxRules.AgainstDestruction(first, second, on, office.KeepsPapersUntil!.Value, today));

        (DestroyedOn, Disposal, FirstWitness, SecondWitness) = (on, manner, first, second);
    }
}
