namespace HealthCode.Web.Venues;

/// <summary>The head of a list of entries, as typed.</summary>
/// <param name="ListNumber">场所编号 on the paper.</param>
/// <param name="Day">日期.</param>
/// <param name="Staff">登记的人.</param>
public sealed record EntryHead(string? ListNumber, string? Day, string? Staff);
