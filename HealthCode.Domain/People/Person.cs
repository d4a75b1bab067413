using System.Globalization;

namespace HealthCode.Domain.People;

/// <summary>人员 — the identity on a form: name, sex, birth date, paper.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Sex">性别.</param>
/// <param name="BirthDate">出生日期, as on the paper.</param>
/// <param name="Paper">证件.</param>
public sealed record Person(PersonName Name, Sex Sex, DateOnly BirthDate, IdentityPaper Paper)
{
    /// <summary>Age below which a guardian answers (个人信息保护法 31).</summary>
    public const int GuardianAge = 14;

    /// <summary>
    /// Tells people apart: the number where there is one; name, birth date and sex where there is none.
    /// A number saved in spite of a fault may be shared by two people in the old registers (重号), so it is told apart by both.
    /// </summary>
    public string Key => Paper.Key is { } key && !Paper.SavedDespiteFault
        ? key
        : string.Create(CultureInfo.InvariantCulture, $"N:{Paper.Key}:{Name.Value}:{BirthDate:yyyyMMdd}:{(int)Sex}");

    /// <summary>周岁: a year is full on the birthday; people born on February 29 reach it on March 1 in other years.</summary>
    public int AgeOn(DateOnly day)
    {
        var years = day.Year - BirthDate.Year;
        return (day.Month, day.Day).CompareTo((BirthDate.Month, BirthDate.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>未满 14 周岁.</summary>
    public bool NeedsGuardianOn(DateOnly day) => AgeOn(day) < GuardianAge;
}
