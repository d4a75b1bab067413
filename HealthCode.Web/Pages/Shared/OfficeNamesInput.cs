using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Offices;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Names and telephone numbers of an office, as printed on its documents.</summary>
public abstract class OfficeNamesInput
{
    [Display(Name = "委员会类别"), Required]
    public CommitteeKind? Kind { get; set; }

    [Display(Name = "全称"), Required, Line(60)]
    public string? OfficialName { get; set; }

    [Display(Name = "核发机构联系方式"), Required, Line(40)]
    public string? ContactPhone { get; set; }

    [Display(Name = "监督电话"), Required, Line(40)]
    public string? SupervisionPhone { get; set; }
}
