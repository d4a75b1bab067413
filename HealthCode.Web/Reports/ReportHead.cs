using HealthCode.Domain.Rules;

namespace HealthCode.Web.Reports;

/// <summary>表头表尾 — data for the head and foot of a report.</summary>
/// <param name="Unit">填报单位.</param>
/// <param name="At">填报时间.</param>
/// <param name="Preparer">填报人.</param>
/// <param name="Phone">联系电话.</param>
/// <param name="Pack">Rule pack of the unit.</param>
public sealed record ReportHead(string Unit, DateTimeOffset At, string Preparer, string Phone, RulePack Pack)
{
    /// <summary>Note on an unmasked report: who exported it, when and why; null if masked.</summary>
    public string? Watermark { get; init; }

    /// <summary>数据截至: until when everything saved is in the report, if it was read from a copy of the database; null if from the database itself.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
