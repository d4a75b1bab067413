using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Tips;

/// <summary>The office's own hours.</summary>
public sealed class TipHoursInput
{
    [Display(Name = "几小时内派发"), Required]
    public int? DispatchHours { get; set; }

    [Display(Name = "几小时内上门"), Required]
    public int? VisitHours { get; set; }

    [Display(Name = "几小时内反馈"), Required]
    public int? FeedbackHours { get; set; }
}
