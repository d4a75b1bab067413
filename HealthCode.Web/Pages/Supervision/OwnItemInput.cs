using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>An item beyond the notice's list, as posted; a blank one is none.</summary>
public sealed class OwnItemInput
{
    [Display(Name = "另查什么"), Line(Inspection.LongestLine)]
    public string? Text { get; set; }

    [Display(Name = "查得怎么样")]
    public InspectionOutcome? Outcome { get; set; }
}
