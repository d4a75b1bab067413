using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>申报的规则.</summary>
public static class DeclarationRules
{
    /// <summary>Declarations are accepted only if the province's notices provide for the card.</summary>
    public static Rule ProvinceIssuesPasses { get; } = new("declaration-province", "本省通知没有规定健康通行卡，本系统在这里只做查验。", "DECISIONS.md D7");

    /// <summary>The date of birth is not in the future.</summary>
    public static Rule BornBeforeToday { get; } = new("declaration-birth-future", "出生日期在今天之后，请核对证件上的出生日期（不是农历生日）。", "宁疫指办发〔2020〕63号 附件1");

    /// <summary>The date of birth is not before 1900.</summary>
    public static Rule BornInLivingMemory { get; } = new("declaration-birth-early", "出生日期早于 1900 年，请核对年份。", "宁疫指办发〔2020〕63号 附件1");

    /// <summary>A stay does not end before it begins.</summary>
    public static Rule StayInOrder { get; } = new("declaration-stay-order", "住到的日期早于住进的日期，请核对。", "宁疫指办发〔2020〕63号 附件1");

    /// <summary>A stay does not begin before the date of birth.</summary>
    public static Rule StayAfterBirth { get; } = new("declaration-stay-birth", "住进的日期早于出生日期，请核对。", "宁疫指办发〔2020〕63号 附件1");

    /// <summary>A stay has no day in the future.</summary>
    public static Rule StayNotAhead { get; } = new("declaration-stay-ahead", "住处日期在今天之后，请核对。", "宁疫指办发〔2020〕63号 附件1");

    /// <summary>The date of signature is not in the future.</summary>
    public static Rule SignedByToday { get; } = new("declaration-signed-ahead", "签字日期在今天之后，请核对。", "宁疫指办发〔2020〕63号 附件1");

    /// <summary>Applicants under 14 need a guardian.</summary>
    public static Rule GuardianUnderFourteen { get; } = new("declaration-guardian", "申报人未满 14 周岁，请填写监护人姓名和与本人关系。", "个人信息保护法 第三十一条；DECISIONS.md D17");

    /// <summary>A child is not its own guardian.</summary>
    public static Rule GuardianIsAnother { get; } = new("declaration-guardian-self", "监护人写成了申报人自己，请填写监护的大人。", "个人信息保护法 第三十一条；DECISIONS.md D17");

    /// <summary>Every correction needs a reason.</summary>
    public static Rule ChangeHasReason { get; } = new("declaration-change-reason", "请写明为什么修改，例如“身份证号抄错一位”。", "DECISIONS.md D25");

    /// <summary>Only a declaration that awaits review can be decided.</summary>
    public static Rule AwaitsReview { get; } = new("declaration-awaits-review", "这份申报已经有人处理过了：", "DECISIONS.md D25");

    /// <summary>A decided declaration cannot be changed.</summary>
    public static Rule NotDecided { get; } = new("declaration-not-decided", "这份申报已经作出决定，不能再改；情况有变请重新申报。", "DECISIONS.md D25");

    /// <summary>The reviewer must have seen the latest version.</summary>
    public static Rule ReadLatest { get; } = new("declaration-read-latest", "您打开之后，申报内容被修改过，请核对新的内容再决定。", "DECISIONS.md D25");

    /// <summary>Validates the content beyond its single values; empty if valid.</summary>
    public static IReadOnlyList<Breach> Validate(DeclarationContent content, DateOnly today) =>
    [
        .. Person(content, today),
        .. content.Stays.SelectMany((stay, i) => Stay(stay, content.Person.BirthDate, today, i + 1)),
        .. content.SignedOn > today ? [SignedByToday.Broken(field: DeclarationField.SignedOn)] : Array.Empty<Breach>(),
    ];

    private static IEnumerable<Breach> Person(DeclarationContent content, DateOnly today)
    {
        var born = content.Person.BirthDate;
        if (born > today)
        {
            yield return BornBeforeToday.Broken(field: DeclarationField.BirthDate);
        }
        else if (born.Year < 1900)
        {
            yield return BornInLivingMemory.Broken(field: DeclarationField.BirthDate);
        }
        else if (content.Person.NeedsGuardianOn(today) && content.Guardian is null)
        {
            yield return GuardianUnderFourteen.Broken(field: DeclarationField.GuardianName);
        }
        else if (content.Person.NeedsGuardianOn(today) && content.Guardian!.Name.Key == content.Person.Name.Key)
        {
            yield return GuardianIsAnother.Broken(field: DeclarationField.GuardianName);
        }
    }

    private static IEnumerable<Breach> Stay(ResidenceStay stay, DateOnly born, DateOnly today, int number)
    {
        Field firstDay = new(DeclarationField.StayFirstDay, number), lastDay = new(DeclarationField.StayLastDay, number);
        if (stay.FirstDay < born)
        {
            yield return StayAfterBirth.Broken(field: firstDay);
        }

        if (stay.FirstDay > today || stay.LastDay > today)
        {
            yield return StayNotAhead.Broken(field: stay.FirstDay > today ? firstDay : lastDay);
        }
        else if (stay.LastDay < stay.FirstDay)
        {
            yield return StayInOrder.Broken(field: lastDay);
        }
    }
}
