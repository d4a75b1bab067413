using HealthCode.Domain.Rules;

namespace HealthCode.Web.Reports;

/// <summary>表头表尾 — who reports, when, and whom to ring.</summary>
/// <param name="Unit">填报单位.</param>
/// <param name="At">填报时间.</param>
/// <param name="Preparer">填报人.</param>
/// <param name="Phone">联系电话.</param>
/// <param name="Pack">By which it works.</param>
public sealed record ReportHead(string Unit, DateTimeOffset At, string Preparer, string Phone, RulePack Pack)
{
    /// <summary>Who took a full one out, when and why; null for a masked one.</summary>
    public string? Watermark { get; init; }
}
