using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>From which number down a thing is low.</summary>
public sealed class SupplyLowInput
{
    [Display(Name = "剩多少算不足"), Required]
    public int? LowAt { get; set; }
}
