using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Seals;

/// <summary>用印和卡片库存的规则.</summary>
public static class SealRules
{
    /// <summary>套印 requires an approving document.</summary>
    public static Rule DocumentNamed { get; } = new("seal-document", "请填写批准套印的文件文号，例如“样政办函〔2020〕5号”。", "国办发〔2001〕52号；DECISIONS.md D1");

    /// <summary>A line of the register is crossed out once, and only if stamped by hand.</summary>
    public static Rule CrossedOutOnce { get; } = new("seal-crossed-out", "这一条用印登记已经划去，或是套印，不能划去。", "国办发〔2001〕52号；DECISIONS.md D33");

    /// <summary>The number of sheets is between 1 and 100,000.</summary>
    public static Rule SheetsCounted { get; } = new("stock-sheets", "张数请填 1 到 100000 之间的整数。", "DECISIONS.md D33");

    /// <summary>A count is between 0 and 100,000.</summary>
    public static Rule CountNotNegative { get; } = new("stock-count", "清点的张数请填 0 到 100000 之间的整数。", "DECISIONS.md D33");

    /// <summary>A difference between count and book balance needs a reason.</summary>
    public static Rule DifferenceExplained { get; } = new("stock-difference", "清点数和账面数不一样，请写明原因：", "国办发〔2001〕52号；DECISIONS.md D33");
}
