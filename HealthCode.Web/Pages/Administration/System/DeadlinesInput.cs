using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Administration.System;

/// <summary>By when the daily report goes to the two levels.</summary>
public sealed class DeadlinesInput
{
    [Display(Name = "当晚报组长，最晚"), Required]
    public string? Group { get; set; }

    [Display(Name = "次日早上报办公室，最晚"), Required]
    public string? Office { get; set; }
}
