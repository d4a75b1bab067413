using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>The office's own hours.</summary>
public sealed class SupervisionSettingsInput
{
    [Display(Name = "受理后几小时内要有答复（本村自定）"), Required]
    public int? Hours { get; set; }
}
