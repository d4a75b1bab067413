using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Residents.Outreach;

/// <summary>A round to plan: who is visited, by whom, from which day.</summary>
public sealed class OutreachInput
{
    /// <summary>Which form was sent: the first candidate of the group.</summary>
    public long GroupOf { get; set; }

    public List<long> Residents { get; set; } = [];

    [Display(Name = "谁去上门")]
    public string? Worker { get; set; }

    [Display(Name = "他的电话")]
    public string? WorkerPhone { get; set; }

    [Display(Name = "从哪天起")]
    public DateOnly? StartsOn { get; set; }
}
