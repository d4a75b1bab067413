using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Tips;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Tips;

/// <summary>A line of the 辖区表; or when somebody left.</summary>
public sealed class TipAreaInput
{
    [Display(Name = "辖区名称"), Line(TipArea.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "别的写法"), Line(TipArea.LongestSpellings)]
    public string? OtherNames { get; set; }

    [Display(Name = "网格员还是联络员")]
    public TipAreaRole? Role { get; set; }

    [Display(Name = "姓名")]
    public string? Worker { get; set; }

    [Display(Name = "电话")]
    public string? Phone { get; set; }

    [Display(Name = "从哪天起")]
    public DateOnly? Since { get; set; }

    [Display(Name = "哪天离开的")]
    public DateOnly? LeftOn { get; set; }
}
