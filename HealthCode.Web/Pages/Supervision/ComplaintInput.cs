using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>The next step of a complaint: one of them is sent.</summary>
public sealed class ComplaintInput
{
    [Display(Name = "转给谁"), Line(RecognitionComplaint.LongestLine)]
    public string? ForwardedTo { get; set; }

    [Display(Name = "哪天答复的")]
    public DateOnly? RepliedOn { get; set; }

    [Display(Name = "怎么答复的"), Line(RecognitionComplaint.LongestText)]
    public string? Reply { get; set; }

    [Display(Name = "结果"), Line(RecognitionComplaint.LongestText)]
    public string? Outcome { get; set; }
}
