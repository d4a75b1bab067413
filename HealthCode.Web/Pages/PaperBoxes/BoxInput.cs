using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Archives;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.PaperBoxes;

/// <summary>The fields of a new box of paper forms.</summary>
public sealed class BoxInput
{
    [Display(Name = "箱号"), Required, Line(PaperBox.LongestName)]
    public string? Number { get; set; }

    [Display(Name = "内容"), Required, Line(PaperBox.LongestLine)]
    public string? Content { get; set; }

    [Display(Name = "份数"), Required]
    public int? Copies { get; set; }

    [Display(Name = "存放处"), Required, Line(PaperBox.LongestLine)]
    public string? Place { get; set; }

    [Display(Name = "从哪天"), Required]
    public DateOnly? FirstDay { get; set; }

    [Display(Name = "到哪天"), Required]
    public DateOnly? LastDay { get; set; }
}
