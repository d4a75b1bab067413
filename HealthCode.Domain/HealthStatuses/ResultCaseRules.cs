using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>纠错和核验的规则.</summary>
public static class ResultCaseRules
{
    /// <summary>Nobody can pass on what is not said.</summary>
    public static Rule HasItem { get; } = new("case-item", "请写明是哪里不对，或者要核验什么。", "联防联控机制综发〔2020〕123号 问题五");

    /// <summary>A second case about the same result would get a second answer.</summary>
    public static Rule OneOpen { get; } = new("case-one-open", "这个人还有一件没有办结，请接着那一件办：", "DECISIONS.md D46");

    /// <summary>What is closed stays as it was closed.</summary>
    public static Rule StillOpen { get; } = new("case-closed", "这一件已经办结，不能再改。还有不对的，请另登记一件。", "DECISIONS.md D46");

    /// <summary>及时转有关地方或部门处理.</summary>
    public static Rule ForwardedToNamed { get; } = new("case-forwarded-to", "请写明转给了谁，例如“县政务服务中心”。", "联防联控机制综发〔2020〕123号 问题五");

    /// <summary>An answer says something.</summary>
    public static Rule HasReply { get; } = new("case-reply", "请写明对方怎么答复的。", "DECISIONS.md D46");

    /// <summary>核验 has an outcome.</summary>
    public static Rule HasOutcome { get; } = new("case-outcome", "请写明结果，例如“平台已改正”或“核验没有问题”。", "冀防领办〔2020〕169号 附件 一");
}

/// <summary>纠错和核验的栏 that a rule speaks of.</summary>
public enum ResultCaseField
{
    /// <summary>纠错还是核验.</summary>
    Kind,

    /// <summary>哪里不对.</summary>
    Item,
}
