using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Declarations;

namespace HealthCode.Web.Pages.Review;

/// <summary>The reviewer's input for one of the five clauses.</summary>
public sealed class ClauseInput
{
    public bool? Applies { get; set; }

    [Display(Name = "开始日期")]
    public string? StartedOn { get; set; }

    [Display(Name = "发生日期")]
    public string? HappenedOn { get; set; }

    [Display(Name = "解除日期")]
    public string? ReleasedOn { get; set; }

    public List<PresentSymptom> Symptoms { get; set; } = [];

    [Display(Name = "所见材料或说明")]
    public string? Basis { get; set; }
}
