using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>What has been put right.</summary>
public sealed class RemedyInput
{
    [Display(Name = "哪个问题")]
    public string? Code { get; set; }

    [Display(Name = "哪天整改好的"), Required]
    public DateOnly? DoneOn { get; set; }

    [Display(Name = "怎么整改的"), Line(SelfCheck.LongestText)]
    public string? How { get; set; }
}
