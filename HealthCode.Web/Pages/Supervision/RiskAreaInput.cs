using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>A risk area as posted.</summary>
public sealed class RiskAreaInput
{
    [Display(Name = "地名"), Line(RiskArea.LongestLine)]
    public string? Name { get; set; }

    [Display(Name = "等级"), Line(RiskArea.LongestLevel)]
    public string? Level { get; set; }

    [Display(Name = "从哪天"), Required]
    public DateOnly? FirstDay { get; set; }

    [Display(Name = "到哪天")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "哪份通知"), Line(RiskArea.LongestLine)]
    public string? Notice { get; set; }
}
