using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Offices;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Administration.Offices;

/// <summary>What an office may change about itself.</summary>
public sealed class EditOfficeInput
{
    [Display(Name = "委员会类别"), Required]
    public CommitteeKind? Kind { get; set; }

    [Display(Name = "全称"), Required, Line(60)]
    public string? OfficialName { get; set; }

    [Display(Name = "核发机构联系方式"), Required, Line(40)]
    public string? ContactPhone { get; set; }

    [Display(Name = "监督电话"), Required, Line(40)]
    public string? SupervisionPhone { get; set; }

    [Display(Name = "居民数")]
    public int? Residents { get; set; }

    [Display(Name = "体温提示值（℃）"), Required]
    public decimal? TemperaturePrompt { get; set; }

    [Display(Name = "提示值的出处"), Required, Line(60)]
    public string? TemperaturePromptSource { get; set; }

    [Display(Name = "审批与用印分开：审核过这张卡的人不能给它盖章")]
    public bool SeparatesSealKeeper { get; set; }
}
