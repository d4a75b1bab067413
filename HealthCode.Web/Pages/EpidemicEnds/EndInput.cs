using System.ComponentModel.DataAnnotations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.EpidemicEnds;

/// <summary>The data of the official notice, as entered by the first of the two people.</summary>
public sealed class EndInput
{
    [Display(Name = "发文机关"), Required, Line(60)]
    public string? Issuer { get; set; }

    [Display(Name = "文号"), Required, Line(40)]
    public string? Number { get; set; }

    [Display(Name = "发文日期"), Required]
    public DateOnly? NoticeOn { get; set; }

    [Display(Name = "疫情解除日")]
    public DateOnly? EndsOn { get; set; }

    [Display(Name = "以前登记错了，疫情还没有解除")]
    public bool TakesBack { get; set; }

    [Display(Name = "更正原因"), Line(60)]
    public string? Reason { get; set; }

    /// <summary>Ticked by the second person when confirming.</summary>
    [Display(Name = "我已经把上面的内容逐字念了一遍，和通知核对无误")]
    public bool ReadAloud { get; set; }
}
