using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Venues;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Venues;

/// <summary>A line of the duty table.</summary>
public sealed class DutyInput
{
    [Display(Name = "谁"), Line(DoorDuty.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "从哪天")]
    public DateOnly? FirstDay { get; set; }

    [Display(Name = "到哪天")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "几点起")]
    public string? From { get; set; }

    [Display(Name = "到几点")]
    public string? To { get; set; }
}
