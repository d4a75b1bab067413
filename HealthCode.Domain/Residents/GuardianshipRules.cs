using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Residents;

/// <summary>监护人与代领的规则.</summary>
public static class GuardianshipRules
{
    private const int AgeOfGuardian = 18;

    /// <summary>A guardian is an adult.</summary>
    public static Rule GuardianIsAdult { get; } = new("guardian-adult", "监护人要满 18 周岁，请核对是不是选错了人。", "民法典 第二十七条；DECISIONS.md D48");

    /// <summary>Nobody is his own guardian.</summary>
    public static Rule GuardianIsAnother { get; } = new("guardian-another", "监护人不能是本人，请选另一个人。", "民法典 第二十七条；DECISIONS.md D48");

    /// <summary>Chosen from the roster.</summary>
    public static Rule GuardianKnown { get; } = new("guardian-known", "名册里没有选的这个人，请重新选，或者写下姓名。", "DECISIONS.md D48");

    /// <summary>A guardian is noted once.</summary>
    public static Rule GuardianOnce { get; } = new("guardian-once", "这个监护人已经登记过了。", "DECISIONS.md D48");

    /// <summary>The relation is said.</summary>
    public static Rule HasRelation { get; } = new("guardian-relation", "请写明与本人的关系，例如“母亲”。", "冀防领办〔2020〕169号 二(二)");

    /// <summary>A guardianship ends once.</summary>
    public static Rule EndsOnce { get; } = new("guardian-ended", "这个监护已经登记结束了。", "DECISIONS.md D48");

    /// <summary>Why it ends.</summary>
    public static Rule EndHasReason { get; } = new("guardian-end-reason", "请写明为什么，例如“登记错了人”“孩子随父亲迁走”。", "DECISIONS.md D48");

    /// <summary>Only where the notices speak of it.</summary>
    public static Rule ProvinceHasClaims { get; } = new("claim-province", "本省的通知没有监护人代领官方码。", "冀防领办〔2020〕169号 二(二)");

    /// <summary>A guardian claims for his own ward.</summary>
    public static Rule ClaimedByGuardian { get; } = new("claim-guardian", "代领的要是还在登记的监护人，请先登记监护人。", "冀防领办〔2020〕169号 二(二)");

    /// <summary>Claimed already, and not before the guardianship.</summary>
    public static Rule ClaimedAlready { get; } = new("claim-day", "代领日期在今天之后，请核对。", "DECISIONS.md D48");

    /// <summary>Without agreement nothing is written down.</summary>
    public static Rule ClaimHasConsent { get; } = new("claim-consent", "请写明本人或监护人同意登记；没有同意就不要登记，也不影响他办任何事。", "联防联控机制综发〔2020〕123号 问题十一");

    /// <summary>Only where the notices speak of it.</summary>
    public static Rule ProvinceHasStatements { get; } = new("statement-province", "本省只认官方码和通行卡，不开其他材料。", "宁疫指办发〔2020〕71号 三；冀防领办〔2020〕169号 二(二)");

    /// <summary>Who has the code needs no paper.</summary>
    public static Rule StatementWithoutCode { get; } = new("statement-no-code", "他有官方码，凭码通行，不用开情况说明。", "冀防领办〔2020〕169号 一");

    /// <summary>Said in his own words.</summary>
    public static Rule StatementHasWords { get; } = new("statement-words", "请照本人或监护人说的写明为什么不便申领。", "冀防领办〔2020〕169号 二(二)");

    /// <summary>The rules that a guardian breaks; empty if none.</summary>
    public static IReadOnlyList<Breach> Validate(Resident ward, Resident? guardian, Attendant details, DateOnly? bornOn, IReadOnlyList<Guardianship> earlier, DateOnly today) =>
    [
        .. If(guardian == ward || (guardian is null && details.Name.Key == ward.Person.Name.Key && bornOn == ward.Person.BirthDate), GuardianIsAnother, GuardianshipField.Name),
        .. If((guardian?.Person.BirthDate ?? bornOn) is { } born && !IsAdult(born, today), GuardianIsAdult, guardian is null ? GuardianshipField.BirthDate : GuardianshipField.Name),
        .. If(details.Relation.Length == 0, HasRelation, GuardianshipField.Relation),
        .. If(earlier.Any(each => each.Holds && (guardian is null ? each.Guardian.Name.Key == details.Name.Key : each.GuardianId == guardian.Id)), GuardianOnce, GuardianshipField.Name),
    ];

    /// <summary>满 18 周岁.</summary>
    public static bool IsAdult(DateOnly bornOn, DateOnly today) => bornOn.AddYears(AgeOfGuardian) <= today;

    private static Breach[] If(bool broken, Rule rule, GuardianshipField field) => broken ? [rule.Broken(field: field)] : [];
}

/// <summary>监护的栏 that a rule speaks of.</summary>
public enum GuardianshipField
{
    /// <summary>监护人.</summary>
    Name,

    /// <summary>与本人的关系.</summary>
    Relation,

    /// <summary>监护人的出生日期.</summary>
    BirthDate,

    /// <summary>代领日期.</summary>
    ClaimedOn,

    /// <summary>谁同意的.</summary>
    Consent,
}
