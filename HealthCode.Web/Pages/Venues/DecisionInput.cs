using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Venues;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Venues;

/// <summary>What is said when a venue is approved, not approved, or closed; each button reads one of them.</summary>
public sealed class DecisionInput
{
    [Display(Name = "看到了什么材料"), Line(VenueDetails.LongestReason)]
    public string? Seen { get; set; }

    [Display(Name = "为什么不核准"), Line(VenueDetails.LongestReason)]
    public string? DeclineReason { get; set; }

    [Display(Name = "为什么停用"), Line(VenueDetails.LongestReason)]
    public string? CloseReason { get; set; }
}
