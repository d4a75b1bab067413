using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>The second look at a place.</summary>
public sealed class RecheckInput
{
    [Display(Name = "哪天复查的"), Required]
    public DateOnly? RecheckedOn { get; set; }

    [Display(Name = "复查时看到了什么"), Line(Inspection.LongestText)]
    public string? RecheckFinding { get; set; }
}
