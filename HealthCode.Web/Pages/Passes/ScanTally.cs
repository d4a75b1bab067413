using HealthCode.Domain.Passes;

namespace HealthCode.Web.Pages.Passes;

/// <summary>扫到第几张 — carried from scan to scan in an encrypted token, since it may name a collector.</summary>
/// <param name="Step">What is recorded; null before the first scan.</param>
/// <param name="Count">Cards recorded since the page was opened.</param>
/// <param name="Last">What was recorded last; null if taken back.</param>
/// <param name="Who">本人 or 代领, for 已发放.</param>
/// <param name="CollectedBy">Name of who collects.</param>
/// <param name="Relation">His relation to the holders.</param>
public sealed record ScanTally(PassState? Step = null, int Count = 0, RecordedStep? Last = null, CollectorKind? Who = null, string? CollectedBy = null, string? Relation = null);
