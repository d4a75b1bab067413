using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Residents;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Residents;

/// <summary>Moved away, died, or back again.</summary>
public sealed class LeaveInput
{
    [Display(Name = "迁出还是去世")]
    public ResidentState? State { get; set; }

    [Display(Name = "从哪天起")]
    public DateOnly? LeftOn { get; set; }

    [Display(Name = "去了哪里，或者谁说的"), Line(Resident.LongestReason)]
    public string? Words { get; set; }

    [Display(Name = "为什么恢复"), Line(Resident.LongestReason)]
    public string? Reason { get; set; }
}
