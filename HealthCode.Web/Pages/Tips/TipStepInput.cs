using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Tips;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Tips;

/// <summary>The next step of a tip: one of them is sent.</summary>
public sealed class TipStepInput
{
    /// <summary>派发时间 that was on the screen.</summary>
    public DateTimeOffset? DispatchedAt { get; set; }

    [Display(Name = "派给哪个辖区")]
    public long? Area { get; set; }

    [Display(Name = "哪天上门的")]
    public DateOnly? VisitedOn { get; set; }

    [Display(Name = "几点上门的")]
    public string? VisitedAt { get; set; }

    [Display(Name = "核查到什么、怎样处理的"), Line(Tip.LongestFeedback)]
    public string? Feedback { get; set; }

    [Display(Name = "有没有疑似的人")]
    public bool? IsSuspected { get; set; }

    [Display(Name = "疑似的人姓名")]
    public string? SuspectedName { get; set; }

    [Display(Name = "疑似的人身份证号码")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "报给了谁"), Line(Tip.LongestLine)]
    public string? ReportedTo { get; set; }

    [Display(Name = "哪天报的")]
    public DateOnly? ReportedOn { get; set; }

    [Display(Name = "几点报的")]
    public string? ReportedAt { get; set; }

    [Display(Name = "并入哪一件")]
    public long? LinkedTo { get; set; }
}
