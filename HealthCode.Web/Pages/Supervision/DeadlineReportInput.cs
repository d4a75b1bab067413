using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>Who has reported, or why nobody has to any more.</summary>
public sealed class DeadlineReportInput
{
    [Display(Name = "哪天的")]
    public DateOnly? ReportDay { get; set; }

    [Display(Name = "谁报的")]
    public string? Reporter { get; set; }

    [Display(Name = "备注"), Line(Deadline.LongestLine)]
    public string? Note { get; set; }

    [Display(Name = "为什么不用报了"), Line(Deadline.LongestLine)]
    public string? EndReason { get; set; }
}
