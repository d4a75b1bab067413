using System.ComponentModel.DataAnnotations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>Moved away or died.</summary>
public sealed class LeaveInput
{
    [Display(Name = "为什么"), Required, Line(20)]
    public string? Why { get; set; }

    [Display(Name = "从哪天起"), Required]
    public DateOnly? LeftOn { get; set; }
}
