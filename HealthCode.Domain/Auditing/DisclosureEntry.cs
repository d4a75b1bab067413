namespace HealthCode.Domain.Auditing;

/// <summary>一条轨迹 — one access to a resident's documents (viewed, printed, changed, exported); names no other resident.</summary>
/// <param name="At">Time of the access.</param>
/// <param name="Who">The staff member, or 系统.</param>
/// <param name="What">The action.</param>
/// <param name="Paper">The document concerned.</param>
public sealed record DisclosureEntry(DateTimeOffset At, string Who, string What, string Paper)
{
    /// <summary>The same as the end of a sentence to the resident, without a full stop: 打开看了您的申报表.</summary>
    public string Told { get => field ?? $"{What}：{Paper}"; init; }
}
