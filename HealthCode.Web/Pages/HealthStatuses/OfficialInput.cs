using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>An official result, as the clerk saw or heard it.</summary>
public sealed class OfficialInput
{
    [Display(Name = "官方结果"), Required]
    public HealthCodeResult? Result { get; set; }

    [Display(Name = "怎么看到的"), Required]
    public OfficialSource? Source { get; set; }

    [Display(Name = "看到的日期")]
    public DateOnly? SeenOn { get; set; }

    [Display(Name = "看到的时间")]
    public string? SeenAt { get; set; }

    [Display(Name = "谁同意登记的"), Required, Line(HealthStatus.LongestConsent)]
    public string? Consent { get; set; }
}
