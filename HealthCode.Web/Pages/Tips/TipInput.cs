using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Tips;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Tips;

/// <summary>What somebody tells the office; and, when it is corrected, why.</summary>
public sealed class TipInput
{
    [Display(Name = "线索还是监督举报")]
    public TipKind? Kind { get; set; }

    [Display(Name = "被反映的人姓名")]
    public string? Suspect { get; set; }

    [Display(Name = "身体状况")]
    public string? Condition { get; set; }

    [Display(Name = "上报类型")]
    public string? Topic { get; set; }

    [Display(Name = "所在地"), Line(Tip.LongestLine)]
    public string? Place { get; set; }

    [Display(Name = "情况"), Line(Tip.LongestDescription)]
    public string? Description { get; set; }

    [Display(Name = "举报人姓名")]
    public string? ReporterName { get; set; }

    [Display(Name = "举报人电话")]
    public string? ReporterPhone { get; set; }

    [Display(Name = "为什么更正"), Line(Tip.LongestLine)]
    public string? Reason { get; set; }
}
