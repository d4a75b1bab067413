using System.Globalization;

namespace HealthCode.Domain.People;

/// <summary>人员: the applicant's personal data, as in the first lines of the 申报表 (宁疫指办发〔2020〕63号 annex 1).</summary>
/// <param name="Name">姓名.</param>
/// <param name="Sex">性别 as declared; if the document number says otherwise, the reviewer is warned, but it is not changed.</param>
/// <param name="BirthDate">出生日期 as declared.</param>
/// <param name="Document">证件 presented, or 无证件.</param>
public sealed record Person(PersonName Name, Sex Sex, DateOnly BirthDate, IdentityDocument Document)
{
    private const int AgeOfOwnConsent = 14;

    /// <summary>人员标识, unique per person: <see cref="IdentityDocument.Key"/>, or for 无证件 <c>N:</c> + name + birth yyyyMMdd + sex code.</summary>
    /// <remarks>
    /// An invalid number saved by force may occur for two people, so name, birth date and sex are part of the key as well.
    /// A valid number is one person, forced or not: 强制保存 must not allow a second card.
    /// </remarks>
    public string Key => Document is { Key: { } key } && (!Document.SavedDespiteFault || Document.IsFaultless)
        ? key
        : string.Create(CultureInfo.InvariantCulture, $"N:{Document.Key}{Name.Key}{BirthDate:yyyyMMdd}{(int)Sex}");

    /// <summary>同一人的材料: true if the keys are equal and, if a number was forced (two people may share it, 重号), the names as well.</summary>
    /// <param name="other">The person on another declaration.</param>
    public bool HasPapersOf(Person other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Key == other.Key && (Name.Key == other.Name.Key || !(Document.SavedDespiteFault || other.Document.SavedDespiteFault));
    }

    /// <summary>周岁: full years on a day, 0 on the day of birth, negative before it.</summary>
    /// <remarks>A birthday of 29 February falls on 28 February in common years (民法典 art. 202: else the last day of the month).</remarks>
    /// <param name="day">The day in question.</param>
    public int AgeOn(DateOnly day) => AgeOn(BirthDate, day);

    /// <summary>需要监护人: true while the person is under 14 (个人信息保护法 art. 31); false from the 14th birthday on.</summary>
    /// <param name="day">The day in question.</param>
    public bool NeedsGuardianOn(DateOnly day) => NeedsGuardian(BirthDate, day);

    /// <summary>需要监护人, of somebody of whom only the birth date is known yet.</summary>
    /// <param name="birthDate">出生日期.</param>
    /// <param name="day">The day in question.</param>
    public static bool NeedsGuardian(DateOnly birthDate, DateOnly day) => AgeOn(birthDate, day) < AgeOfOwnConsent;

    // No birth date or masked number: in a village they would identify the person.
    /// <summary>Only the masked name, so that logs do not identify the person.</summary>
    public override string ToString() => Name.Masked;

    private static int AgeOn(DateOnly birthDate, DateOnly day)
    {
        var years = day.Year - birthDate.Year;
        return day < birthDate.AddYears(years) ? years - 1 : years;
    }
}
