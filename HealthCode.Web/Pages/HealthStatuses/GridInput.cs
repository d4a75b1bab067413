using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Web.HealthStatuses;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>A round list keyed back.</summary>
public sealed class GridInput
{
    [Display(Name = "这张名单是怎么问的")]
    public CheckInChannel? Channel { get; set; }

    /// <summary>The day on which the page was opened: what is sent after midnight is not taken for the new day unasked.</summary>
    public DateOnly? OpenedOn { get; set; }

    public List<RoundRow> Rows { get; set; } = [];
}
