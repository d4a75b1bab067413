using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Administration.System;

/// <summary>Deadlines for the daily report: to the group leader in the evening, to the office the next morning.</summary>
public sealed class DeadlinesInput
{
    [Display(Name = "当晚报组长，最晚"), Required]
    public string? Group { get; set; }

    [Display(Name = "次日早上报办公室，最晚"), Required]
    public string? Office { get; set; }
}
