using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>A thing to be kept, as posted.</summary>
public sealed class SupplyItemInput
{
    [Display(Name = "物资名称"), Line(SupplyItem.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "按什么数"), Line(SupplyItem.LongestUnit)]
    public string? Unit { get; set; }

    [Display(Name = "剩多少算不足"), Required]
    public int? LowAt { get; set; }
}
