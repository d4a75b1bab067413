using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Archives;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.PaperBoxes;

/// <summary>How and when a box was destroyed, and who witnessed it.</summary>
public sealed class BoxDisposalInput
{
    [Display(Name = "销毁方式"), Required]
    public BoxDisposal? Disposal { get; set; }

    [Display(Name = "销毁日期"), Required]
    public DateOnly? DestroyedOn { get; set; }

    [Display(Name = "监销人"), Required, Line(PaperBox.LongestName)]
    public string? FirstWitness { get; set; }

    [Display(Name = "另一位监销人"), Required, Line(PaperBox.LongestName)]
    public string? SecondWitness { get; set; }
}
