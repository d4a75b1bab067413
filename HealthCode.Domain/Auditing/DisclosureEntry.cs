namespace HealthCode.Domain.Auditing;

/// <summary>一条轨迹 — that somebody saw, printed, changed or took out a resident's papers; names no other resident.</summary>
/// <param name="At">When.</param>
/// <param name="Who">The member of staff, or 系统.</param>
/// <param name="What">What he did.</param>
/// <param name="Paper">With which paper.</param>
public sealed record DisclosureEntry(DateTimeOffset At, string Who, string What, string Paper);
