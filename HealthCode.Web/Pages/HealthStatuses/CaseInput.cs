using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>The next step of a case: one of them is sent.</summary>
public sealed class CaseInput
{
    [Display(Name = "转给谁"), Line(ResultCase.LongestLine)]
    public string? ForwardedTo { get; set; }

    [Display(Name = "怎么答复的"), Line(ResultCase.LongestText)]
    public string? Reply { get; set; }

    [Display(Name = "结果"), Line(ResultCase.LongestText)]
    public string? Outcome { get; set; }
}
