using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Residents;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Residents;

/// <summary>Where the office has it from that somebody has the official code.</summary>
public sealed class CodeInput
{
    private const int LongestHelper = 20;

    [Display(Name = "怎么知道的"), Required]
    public CodeSource? Source { get; set; }

    [Display(Name = "哪天")]
    public DateOnly? CodeKnownOn { get; set; }

    [Display(Name = "谁帮他注册的"), Line(LongestHelper)]
    public string? Helper { get; set; }
}
