using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Residents;

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

    /// <summary>A household number belongs to one household.</summary>
    public static Rule OneNumberOneHousehold { get; } = new("roster-one-household", "这个户号已经是另一户的，请核对户号和村民小组：", "DECISIONS.md D47");

    /// <summary>A household has a number.</summary>
    public static Rule HouseholdHasNumber { get; } = new("roster-household-number", "请先给这个人填写户号，再登记户的情况。", "DECISIONS.md D47");

    /// <summary>Each change says why.</summary>
    public static Rule ChangeHasReason { get; } = new("roster-reason", "请写明为什么改，例如“户口簿上是这个字”。", "DECISIONS.md D47");

    /// <summary>What another clerk has saved is not undone unseen.</summary>
    public static Rule NotChangedMeanwhile { get; } = new("roster-changed", "您打开以后，这条资料被别人改过了，没有保存。请点“返回”看看改了什么，再改。", "DECISIONS.md D47");

    /// <summary>A number is entered once.</summary>
    public static Rule EnteredOnce { get; } = new("roster-entered-once", "名册里已经有这个人，请在他的页上改正；确实登记了两次的，请合并：", "DECISIONS.md D47");

    /// <summary>One leaves once.</summary>
    public static Rule IsHere { get; } = new("roster-here", "这个人已经不在名册里了：", "DECISIONS.md D47");

    /// <summary>Left already, and after his birth.</summary>
    public static Rule LeftInTime { get; } = new("roster-left-day", "日期要在出生以后、今天以前，请核对。", "DECISIONS.md D47");

    /// <summary>Only who has left comes back.</summary>
    public static Rule HasLeft { get; } = new("roster-has-left", "这个人没有登记迁出或去世，不用恢复。", "DECISIONS.md D47");

    /// <summary>Two entries make a double.</summary>
    public static Rule TwoEntries { get; } = new("roster-two-entries", "请选两个不同的人来合并。", "DECISIONS.md D47");

    /// <summary>An entry is merged once.</summary>
    public static Rule NotMergedYet { get; } = new("roster-merged", "其中一个已经合并过了。", "DECISIONS.md D47");

    /// <summary>Two valid numbers are two people.</summary>
    public static Rule OneNumberEach { get; } = new("roster-other-number", "两个人的证件号码都对，又不一样：不是同一个人，不能合并。其中一个录错了的，先改正号码。", "GB 11643-1999；DECISIONS.md D47");

    /// <summary>A code is known once it was seen.</summary>
    public static Rule CodeSeenAlready { get; } = new("roster-code-day", "看到码的日期在今天之后，请核对。", "DECISIONS.md D47");

    /// <summary>Validates a line against the other residents of its household; empty if valid.</summary>
    /// <param name="line">The line.</param>
    /// <param name="others">Who else has this household number and lives here.</param>
    public static IReadOnlyList<Breach> ValidateHousehold(RosterLine line, IReadOnlyList<Resident> others)
    {
        if (line.HouseholdNumber.Length == 0 || others.Count == 0)
        {
            return [];
        }

        var head = others.FirstOrDefault(other => other.RelationToHead == RosterLine.Head);
        var elsewhere = others.FirstOrDefault(other => other.VillageGroup.Length > 0 && line.VillageGroup.Length > 0 && other.VillageGroup != line.VillageGroup);
        return
        [
            .. elsewhere is null ? Array.Empty<Breach>() : [OneNumberOneHousehold.Broken($"{elsewhere.VillageGroup} {(head ?? elsewhere).Person.Name.Value}家。", RosterField.HouseholdNumber)],
            .. head is null || line.RelationToHead != RosterLine.Head ? Array.Empty<Breach>() : [OneHead.Broken($"户主是{head.Person.Name.Value}。", RosterField.RelationToHead)],
        ];
    }

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

    /// <summary>与户主关系.</summary>
    RelationToHead,

    /// <summary>为什么改.</summary>
    Reason,

    /// <summary>迁出、去世的日期.</summary>
    LeftOn,

    /// <summary>看到码的日期.</summary>
    CodeKnownOn,

    /// <summary>证件号码.</summary>
    DocumentNumber,
}
