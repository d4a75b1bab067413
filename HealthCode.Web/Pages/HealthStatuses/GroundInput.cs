using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>A ground of the notices, as the office was told it.</summary>
public sealed class GroundInput
{
    [Display(Name = "什么情况"), Required]
    public HealthGround? Ground { get; set; }

    [Display(Name = "从哪天起"), Required]
    public DateOnly? Since { get; set; }

    [Display(Name = "谁告诉的，或者看到什么文书"), Required, Line(HealthStatus.LongestLine)]
    public string? ToldBy { get; set; }

    /// <summary>Place of the ground to withdraw, from 0.</summary>
    public int Index { get; set; }

    [Display(Name = "为什么撤回"), Line(HealthStatus.LongestLine)]
    public string? WithdrawnFor { get; set; }
}
