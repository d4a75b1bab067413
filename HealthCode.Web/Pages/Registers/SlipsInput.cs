using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Registers;

/// <summary>Which slips are printed.</summary>
public sealed class SlipsInput
{
    /// <summary>The most slips of one printing.</summary>
    public const int Most = 100;

    [Display(Name = "给哪一家")]
    public long? FacilityId { get; set; }

    [Display(Name = "几张"), Range(1, Most, ErrorMessage = "一次印 1 到 100 张。")]
    public int? Count { get; set; } = 10;
}
