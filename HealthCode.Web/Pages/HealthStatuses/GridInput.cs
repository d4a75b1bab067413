using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Web.HealthStatuses;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>A round list keyed back.</summary>
public sealed class GridInput
{
    [Display(Name = "这张名单是怎么问的")]
    public CheckInChannel? Channel { get; set; }

    public List<RoundRow> Rows { get; set; } = [];
}
