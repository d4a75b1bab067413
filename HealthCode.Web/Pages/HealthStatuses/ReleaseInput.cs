using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Observations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>The end of a medical observation.</summary>
public sealed class ReleaseInput
{
    [Display(Name = "解除日期"), Required]
    public DateOnly? EndedOn { get; set; }

    [Display(Name = "看到的解除通知（文号）"), Line(Observation.LongestLine)]
    public string? Document { get; set; }

    [Display(Name = "谁告知的"), Line(Observation.LongestLine)]
    public string? ToldBy { get; set; }
}
