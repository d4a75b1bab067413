using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>居民名册的规则.</summary>
public static class RosterRules
{
    /// <summary>The birth date must match the document number.</summary>
    public static Rule BirthAsNumberSays { get; } = new("roster-birth-number", "出生日期与证件号码里的不一样，请照证件核对（不是农历生日）；号码里的出生日期是：", "GB 11643-1999；DECISIONS.md D28");

    /// <summary>The sex must match the document number.</summary>
    public static Rule SexAsNumberSays { get; } = new("roster-sex-number", "性别与证件号码第17位不一样，请照证件核对；号码里的性别是：", "GB 11643-1999；DECISIONS.md D28");

    /// <summary>A document number belongs to one name.</summary>
    public static Rule NumberIsOnesOwn { get; } = new("roster-number-own", "这个号码在名册里登记的是另一个名字，请核对号码和姓名：", "GB 11643-1999；DECISIONS.md D28");

    /// <summary>与户主关系 requires a household number.</summary>
    public static Rule RelationNeedsHousehold { get; } = new("roster-relation-household", "写了与户主关系的，请同时填写户号。", "DECISIONS.md D28");

    /// <summary>A household has at most one head.</summary>
    public static Rule OneHead { get; } = new("roster-one-head", "一户只有一个户主，请核对户号和与户主关系：", "DECISIONS.md D28");

    /// <summary>A class requires a school.</summary>
    public static Rule ClassNeedsSchool { get; } = new("roster-class-school", "写了班级的，请同时填写学校。", "宁教办函〔2020〕38号 三；DECISIONS.md D28");

    /// <summary>A person occurs only once in a sheet.</summary>
    public static Rule OneLineEach { get; } = new("roster-one-line", "同一个人在这个表里写了两次，请留下一行：", "DECISIONS.md D28");

    /// <summary>Validates a line beyond its single values; empty if valid.</summary>
    public static IReadOnlyList<Breach> Validate(RosterLine line, DateOnly today) => [.. Person(line.Person, today), .. Rest(line)];

    private static IEnumerable<Breach> Person(Person person, DateOnly today)
    {
        // A number saved despite a fault is not compared.
        var paper = person.Document.SavedDespiteFault ? null : person.Document;
        if (person.BirthDate > today)
        {
            yield return DeclarationRules.BornBeforeToday.Broken(field: RosterField.BirthDate);
        }
        else if (person.BirthDate.Year < 1900)
        {
            yield return DeclarationRules.BornInLivingMemory.Broken(field: RosterField.BirthDate);
        }
        else if (paper?.BirthDate is { } printed && printed != person.BirthDate)
        {
            yield return BirthAsNumberSays.Broken($"{printed.Chinese()}。", RosterField.BirthDate);
        }

        if (paper?.Sex is { } told && told != person.Sex)
        {
            yield return SexAsNumberSays.Broken($"{told.ChineseName()}。", RosterField.Sex);
        }
    }

    private static IEnumerable<Breach> Rest(RosterLine line)
    {
        if (line.RelationToHead.Length > 0 && line.HouseholdNumber.Length == 0)
        {
            yield return RelationNeedsHousehold.Broken(field: RosterField.HouseholdNumber);
        }

        if (line.SchoolClass.Length > 0 && line.School.Length == 0)
        {
            yield return ClassNeedsSchool.Broken(field: RosterField.School);
        }
    }
}

/// <summary>居民名册的栏 that rules refer to.</summary>
public enum RosterField
{
    /// <summary>出生日期.</summary>
    BirthDate,

    /// <summary>性别.</summary>
    Sex,

    /// <summary>户号.</summary>
    HouseholdNumber,

    /// <summary>学校.</summary>
    School,
}
