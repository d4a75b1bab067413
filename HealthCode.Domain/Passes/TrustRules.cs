using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Passes;

/// <summary>密钥的规则: for reporting a key stolen, and for trusting a removed key again.</summary>
public static class TrustRules
{
    /// <summary>Only the office's own keys can be reported stolen here.</summary>
    public static Rule KeyIsOwn { get; } = new("trust-own", "本机没有这把密钥。请刷新页面再试。", "DECISIONS.md D35");

    /// <summary>The time of theft is not in the future.</summary>
    public static Rule NotAhead { get; } = new("trust-not-ahead", "失窃时间不能晚于现在。不知道确切时间的，填最后一次确定没有丢的时候。", "DECISIONS.md D35");

    /// <summary>The time of theft is not before the key's first day.</summary>
    public static Rule NotBeforeFirstUse { get; } = new("trust-first-use", "失窃时间不能早于这把密钥开始使用的那一天：", "DECISIONS.md D35");

    /// <summary>The time of theft can only be moved to an earlier one, so that rejected cards never become valid again.</summary>
    public static Rule NotLaterThanBefore { get; } = new("trust-not-later", "已经登记过更早的失窃时间，只能再往前改，不能往后改。", "DECISIONS.md D35");

    /// <summary>A reason is required.</summary>
    public static Rule ReasonGiven { get; } = new("trust-reason", "停止信任或者报失窃的，请写明原因。", "DECISIONS.md D35");

    /// <summary>The time of theft is required.</summary>
    public static Rule MomentGiven { get; } = new("trust-moment", "请填失窃时间，年月日和几点几分都要填。", "DECISIONS.md D35");

    /// <summary>The fingerprint heard on the telephone and typed by the user must match.</summary>
    public static Rule FingerprintAgrees { get; } = new("trust-fingerprint", "指纹对不上，没有恢复信任。请给对方村委会打电话（用您自己知道的号码），请对方念他们页面上的 16 位指纹，照着输入。", "DECISIONS.md D35");

    /// <summary>At most one trusted key per office and number.</summary>
    public static Rule NumberIsFree { get; } = new("trust-number", "这个号现在信任的是另一把密钥。先弄清楚哪一把是真的，不再信任那一把以后再恢复。", "DECISIONS.md D35");
}
