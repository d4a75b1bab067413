using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>医院治愈.</summary>
public sealed class CureInput
{
    [Display(Name = "治愈日期"), Required]
    public DateOnly? CuredOn { get; set; }
}
