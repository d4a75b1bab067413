using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>物资的规则.</summary>
public static class SupplyRules
{
    /// <summary>The largest number of one entry.</summary>
    public const int MostAtOnce = 100_000;

    /// <summary>A thing has a name.</summary>
    public static Rule HasName { get; } = new("supply-name", "请填写是什么，例如“口罩”。", "DECISIONS.md D57");

    /// <summary>One name, one thing.</summary>
    public static Rule NameIsNew { get; } = new("supply-name-new", "已经有一种叫这个名字，请用那一种。", "DECISIONS.md D57");

    /// <summary>A number has a unit.</summary>
    public static Rule HasUnit { get; } = new("supply-unit", "请填写按什么数，例如“只”“双”“人”。", "DECISIONS.md D57");

    /// <summary>不足的数.</summary>
    public static Rule LowCounted { get; } = new("supply-low", "“剩多少算不足”请填 0 到 100000 之间的整数。", "DECISIONS.md D57");

    /// <summary>Nothing, or more than an office ever sees, is a slip.</summary>
    public static Rule QuantityInRange { get; } = new("supply-quantity", "数量请填 1 到 100000 之间的整数。", "DECISIONS.md D57");

    /// <summary>A count may find nothing.</summary>
    public static Rule CountedInRange { get; } = new("supply-counted", "盘点数请填 0 到 100000 之间的整数。", "DECISIONS.md D57");

    /// <summary>Nothing has come in tomorrow.</summary>
    public static Rule NotInFuture { get; } = new("supply-future", "日期在今天之后，请核对。", "DECISIONS.md D57");

    /// <summary>A count closes the days before it.</summary>
    public static Rule NotBeforeCount { get; } = new("supply-before-count", "这一天以后已经有登记或者盘点，不能再补记；请在今天盘点一次，写明原因。", "DECISIONS.md D57");

    /// <summary>From whom.</summary>
    public static Rule SenderNamed { get; } = new("supply-from", "请写明从哪里领来的，例如“镇防疫办”。", "DECISIONS.md D57");

    /// <summary>To whom.</summary>
    public static Rule ReceiverNamed { get; } = new("supply-to", "请写明给了谁、用在哪里，例如“村口卡点”。", "DECISIONS.md D57");

    /// <summary>What is not there does not go out.</summary>
    public static Rule NeverBelowZero { get; } = new("supply-stock", "库存不够，没有登记。", "DECISIONS.md D57");

    /// <summary>盘点盈亏 has a reason.</summary>
    public static Rule DifferenceExplained { get; } = new("supply-difference", "盘点数和账面不一样，请在“说明”里写明原因。", "DECISIONS.md D57");
}

/// <summary>物资的栏 that a rule speaks of.</summary>
public enum SupplyField
{
    /// <summary>名称.</summary>
    Name,

    /// <summary>单位.</summary>
    Unit,

    /// <summary>剩多少算不足.</summary>
    LowAt,

    /// <summary>数量.</summary>
    Quantity,

    /// <summary>从哪里、给谁.</summary>
    Party,

    /// <summary>日期.</summary>
    On,

    /// <summary>说明.</summary>
    Note,
}
