using System.Globalization;

namespace HealthCode.Domain.People;

/// <summary>人员: the applicant as the first lines of the 申报表 describe him (宁疫指办发〔2020〕63号 annex 1).</summary>
/// <param name="Name">姓名.</param>
/// <param name="Sex">性别 as declared; a number that says otherwise is a warning for the reviewer, never a correction.</param>
/// <param name="BirthDate">出生日期 as declared.</param>
/// <param name="Document">证件 that was shown, or 无证件.</param>
public sealed record Person(PersonName Name, Sex Sex, DateOnly BirthDate, IdentityDocument Document)
{
    private const int AgeOfOwnConsent = 14;

    /// <summary>人员标识: equal for two declarations of one person. <see cref="IdentityDocument.Key"/>, or for 无证件 <c>N:</c> + name + birth yyyyMMdd + sex code.</summary>
    /// <remarks>
    /// A number with a fault that was saved all the same may be a slip in two people's papers, so name and birth date tell them apart as well.
    /// A number without a fault is one person, forced or not: whoever ticks 强制保存 beside it must not make a second card.
    /// </remarks>
    public string Key => Document is { Key: { } key } && (!Document.SavedDespiteFault || Document.IsFaultless)
        ? key
        : string.Create(CultureInfo.InvariantCulture, $"N:{Document.Key}{Name.Key}{BirthDate:yyyyMMdd}{(int)Sex}");

    /// <summary>同一人的材料: one key, and one name as well when the number was forced: two people may share it (重号), and each sees his own.</summary>
    /// <param name="other">The person of another paper.</param>
    public bool HasPapersOf(Person other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Key == other.Key && (Name.Key == other.Name.Key || !(Document.SavedDespiteFault || other.Document.SavedDespiteFault));
    }

    /// <summary>周岁: full years on a day, 0 on the day of birth, negative before it.</summary>
    /// <remarks>A birthday of 29 February falls on 28 February in common years (民法典 art. 202: no such day, then the last of the month).</remarks>
    /// <param name="day">The day asked about.</param>
    public int AgeOn(DateOnly day)
    {
        var years = day.Year - BirthDate.Year;
        return day < BirthDate.AddYears(years) ? years - 1 : years;
    }

    /// <summary>需要监护人: true while the person is under 14 (个人信息保护法 art. 31); false from the 14th birthday on.</summary>
    /// <param name="day">The day asked about.</param>
    public bool NeedsGuardianOn(DateOnly day) => AgeOn(day) < AgeOfOwnConsent;

    // A log line must not carry the birth date beside a masked number: in a village that names the person.
    /// <summary>The masked name only, so that a log line never tells who it is.</summary>
    public override string ToString() => Name.Masked;
}
