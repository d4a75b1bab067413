using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Residents;

namespace HealthCode.Web.Pages.Residents;

/// <summary>What is known of a household, as typed.</summary>
public sealed class HouseholdInput
{
    [Display(Name = "自有还是租住")]
    public Tenure? Tenure { get; set; }

    [Display(Name = "责任人")]
    public string? Responsible { get; set; }

    [Display(Name = "户的电话")]
    public string? Phone { get; set; }

    [Display(Name = "备注")]
    public string? Note { get; set; }
}
