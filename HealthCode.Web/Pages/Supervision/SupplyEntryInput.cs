using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>In, out or counted, as posted.</summary>
public sealed class SupplyEntryInput
{
    [Display(Name = "哪种物资")]
    public long? ItemId { get; set; }

    [Display(Name = "登记什么")]
    public SupplyEntryKind? Kind { get; set; }

    [Display(Name = "数量"), Required]
    public int? Quantity { get; set; }

    [Display(Name = "从哪里、给谁"), Line(SupplyEntry.LongestLine)]
    public string? Party { get; set; }

    [Display(Name = "日期"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "说明"), Line(SupplyEntry.LongestLine)]
    public string? Note { get; set; }
}
