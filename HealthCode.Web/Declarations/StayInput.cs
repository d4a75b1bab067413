using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Declarations;

/// <summary>One row of 过去 14 天内居住地址, as typed.</summary>
public sealed class StayInput
{
    [Display(Name = "居住地址")]
    public string? Address { get; set; }

    [Display(Name = "住进日期")]
    public string? FirstDay { get; set; }

    [Display(Name = "住到日期")]
    public string? LastDay { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Address) && string.IsNullOrWhiteSpace(FirstDay) && string.IsNullOrWhiteSpace(LastDay);
}
