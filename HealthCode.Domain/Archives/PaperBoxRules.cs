using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Archives;

/// <summary>纸质材料的规则.</summary>
public static class PaperBoxRules
{
    private const int MostCopies = 100_000;

    /// <summary>箱号 is mandatory.</summary>
    public static Rule HasNumber { get; } = new("box-number", "请填写箱号，例如“2020-01”，和箱子上的标签一样。", "DECISIONS.md D30");

    /// <summary>箱号 must be unique within the office.</summary>
    public static Rule NumberIsNew { get; } = new("box-number-new", "已经有一个箱子用这个箱号，请换一个。", "DECISIONS.md D30");

    /// <summary>内容.</summary>
    public static Rule HasContent { get; } = new("box-content", "请填写箱子里是什么，例如“健康通行卡办理申报表”。不要写居民的姓名和号码。", "DECISIONS.md D30");

    /// <summary>份数.</summary>
    public static Rule CopiesCounted { get; } = new("box-copies", "份数请填 1 到 100000 之间的整数。", "DECISIONS.md D30");

    /// <summary>存放处.</summary>
    public static Rule HasPlace { get; } = new("box-place", "请填写存放在哪里，例如“村委会档案柜二层”。", "DECISIONS.md D30");

    /// <summary>起止日期.</summary>
    public static Rule DaysInOrder { get; } = new("box-days", "起止日期请核对：开始不能晚于结束，结束不能晚于今天。", "DECISIONS.md D30");

    /// <summary>A box is destroyed only once.</summary>
    public static Rule DestroyedOnce { get; } = new("box-once", "这个箱子已经登记销毁了。", "DECISIONS.md D30");

    /// <summary>Nothing is destroyed while 疫情解除日 is unknown.</summary>
    public static Rule EndIsKnown { get; } = new("box-end-unknown", "疫情解除日还没有登记，纸质材料必须留存，不能销毁。", "宁疫指办发〔2020〕63号 附件1；DECISIONS.md D4");

    /// <summary>留存至疫情解除后 30 天.</summary>
    public static Rule NeverEarlier { get; } = new("box-never-earlier", "还没有到销毁的日子。纸质材料要留存到：", "宁疫指办发〔2020〕63号 附件1；DECISIONS.md D4");

    /// <summary>The day of the destruction is not in the future.</summary>
    public static Rule NotAhead { get; } = new("box-not-ahead", "销毁日期不能晚于今天：销毁以后再登记。", "DECISIONS.md D30");

    /// <summary>There must be two different 监销人.</summary>
    public static Rule TwoWitnesses { get; } = new("box-witnesses", "请填写两位监销人的姓名，不能是同一个人。", "DECISIONS.md D30");

    /// <summary>The rules that a new box breaks; empty if none.</summary>
    public static IReadOnlyList<Breach> Validate(string number, string content, int copies, string place, DateOnly firstDay, DateOnly lastDay, DateOnly today) =>
    [
        .. If(number.Length == 0, HasNumber, PaperBoxField.Number),
        .. If(content.Length == 0, HasContent, PaperBoxField.Content),
        .. If(copies is < 1 or > MostCopies, CopiesCounted, PaperBoxField.Copies),
        .. If(place.Length == 0, HasPlace, PaperBoxField.Place),
        .. If(firstDay > lastDay || lastDay > today, DaysInOrder, PaperBoxField.LastDay),
    ];

    /// <summary>The rules that a destruction breaks; empty if none.</summary>
    public static IReadOnlyList<Breach> ValidateDestruction(string first, string second, DateOnly on, DateOnly keepsUntil, DateOnly today) =>
    [
        .. If(first.Length == 0 || second.Length == 0 || first == second, TwoWitnesses, PaperBoxField.SecondWitness),
        .. If(on <= keepsUntil, NeverEarlier, PaperBoxField.DestroyedOn, keepsUntil.Chinese() + "。"),
        .. If(on > today, NotAhead, PaperBoxField.DestroyedOn),
    ];

    private static Breach[] If(bool broken, Rule rule, PaperBoxField field, string? detail = null) => broken ? [rule.Broken(detail, field)] : [];
}

/// <summary>纸质材料箱的栏.</summary>
public enum PaperBoxField
{
    /// <summary>箱号.</summary>
    Number,

    /// <summary>内容.</summary>
    Content,

    /// <summary>份数.</summary>
    Copies,

    /// <summary>存放处.</summary>
    Place,

    /// <summary>最后一份的日期.</summary>
    LastDay,

    /// <summary>第二位监销人.</summary>
    SecondWitness,

    /// <summary>销毁日期.</summary>
    DestroyedOn,
}
