using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Printing;

/// <summary>What to print, and for which cards.</summary>
public sealed class PrintInput
{
    public const string TickNone = "none";
    public const string TickNew = "new";
    public const string TickBare = "bare";

    [Display(Name = "打印什么")]
    public string? Product { get; set; }

    [Display(Name = "哪些卡")]
    public string? Whose { get; set; }

    /// <summary>Which cards of the list are ticked: <see cref="TickNone"/>, <see cref="TickNew"/>, <see cref="TickBare"/>; empty for all.</summary>
    public string? Ticked { get; set; }

    [Display(Name = "从第几格开始")]
    public int? FirstPlace { get; set; } = 1;

    [Display(Name = "套印公章")]
    public bool WithSeal { get; set; }
}
