namespace HealthCode.Domain.Residents;

/// <summary>重点人群 — who is likely to have no code and no way to the office (宁疫指办发〔2020〕73号 三; 宁教办函〔2020〕38号). For finding people, never a condition of anything.</summary>
public enum SpecialGroup
{
    /// <summary>80 岁以上.</summary>
    Aged = 1,

    /// <summary>独居.</summary>
    LivesAlone = 2,

    /// <summary>残疾.</summary>
    Disabled = 3,

    /// <summary>卧床.</summary>
    Bedridden = 4,

    /// <summary>婴幼儿, under three.</summary>
    Infant = 5,

    /// <summary>在校生.</summary>
    Pupil = 6,
}

/// <summary>重点人群用语 and who belongs to which.</summary>
public static class SpecialGroups
{
    private const int AgedFrom = 80;
    private const int InfantBelow = 3;

    /// <summary>80 岁以上, 独居, 残疾, 卧床, 婴幼儿, 在校生.</summary>
    public static string ChineseName(this SpecialGroup group) => group switch
    {
        SpecialGroup.Aged => "80 岁以上",
        SpecialGroup.LivesAlone => "独居",
        SpecialGroup.Disabled => "残疾",
        SpecialGroup.Bedridden => "卧床",
        SpecialGroup.Infant => "婴幼儿",
        SpecialGroup.Pupil => "在校生",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>The groups of a resident on a day.</summary>
    public static IEnumerable<SpecialGroup> Of(Resident resident, DateOnly today) => Of(resident.Person.AgeOn(today), resident.CareNeeds, resident.School.Length > 0);

    /// <summary>The groups of whoever has these properties.</summary>
    /// <param name="age">周岁.</param>
    /// <param name="needs">Known needs.</param>
    /// <param name="isPupil">Whether a school is known.</param>
    public static IEnumerable<SpecialGroup> Of(int age, CareNeeds needs, bool isPupil) => Enum.GetValues<SpecialGroup>().Where(group => group switch
    {
        SpecialGroup.Aged => age >= AgedFrom,
        SpecialGroup.LivesAlone => needs.HasFlag(CareNeeds.LivesAlone),
        SpecialGroup.Disabled => needs.HasFlag(CareNeeds.Disabled),
        SpecialGroup.Bedridden => needs.HasFlag(CareNeeds.Bedridden),
        SpecialGroup.Infant => age < InfantBelow,
        _ => isPupil,
    });

    /// <summary>The years of birth between which the group lies; the people of the first and the last year have to be looked at by their day. Null for a group that is not
    /// one of age.</summary>
    public static (int First, int Last)? BirthYears(this SpecialGroup group, DateOnly today) => group switch
    {
        SpecialGroup.Aged => (DateOnly.MinValue.Year, today.Year - AgedFrom),
        SpecialGroup.Infant => (today.Year - InfantBelow, today.Year),
        _ => null,
    };

    /// <summary>Years of birth in which some people belong to a group of age and others do not.</summary>
    public static IReadOnlyList<int> DividedBirthYears(DateOnly today) => [today.Year - AgedFrom, today.Year - InfantBelow];
}
