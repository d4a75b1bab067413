using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Observations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>A visit or a call.</summary>
public sealed class VisitInput
{
    [Display(Name = "结果"), Required]
    public VisitOutcome? Outcome { get; set; }

    [Display(Name = "下一步"), Line(FollowUpVisit.LongestLine)]
    public string? NextStep { get; set; }
}
