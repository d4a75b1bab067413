using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>A case about an official result.</summary>
public sealed class OpenCaseInput
{
    [Display(Name = "办什么"), Required]
    public ResultCaseKind? Kind { get; set; }

    [Display(Name = "哪里不对，或者要核验什么"), Line(ResultCase.LongestText)]
    public string? Item { get; set; }

    [Display(Name = "看到的材料"), Line(ResultCase.LongestText)]
    public string? Evidence { get; set; }
}
