namespace HealthCode.Web.Verification;

/// <summary>停用名单上的一张卡 — its number and nothing of its holder.</summary>
/// <param name="Number">编号, 20 characters; blanks between the groups are accepted.</param>
/// <param name="Kind">停用 or 作废.</param>
public sealed record StoppedPass(string Number, StopKind Kind);
