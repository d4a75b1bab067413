using System.ComponentModel.DataAnnotations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Administration.Offices;

/// <summary>The settings of an office that can be changed.</summary>
public sealed class EditOfficeInput : OfficeNamesInput
{
    [Display(Name = "居民数")]
    public int? Residents { get; set; }

    [Display(Name = "体温提示值（℃）"), Required]
    public decimal? TemperaturePrompt { get; set; }

    [Display(Name = "提示值的出处"), Required, Line(60)]
    public string? TemperaturePromptSource { get; set; }

    [Display(Name = "审批与用印分开：审核过这张卡的人不能给它盖章")]
    public bool SeparatesSealKeeper { get; set; }
}
