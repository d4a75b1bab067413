using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>The end of a risk area, or why it is withdrawn: one of them is sent.</summary>
public sealed class RiskAreaChangeInput
{
    [Display(Name = "到哪天")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "解除的通知"), Line(RiskArea.LongestLine)]
    public string? EndNotice { get; set; }

    [Display(Name = "为什么撤回"), Line(RiskArea.LongestLine)]
    public string? Reason { get; set; }
}
