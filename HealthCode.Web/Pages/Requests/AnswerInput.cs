using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Requests;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Requests;

/// <summary>The reviewer's answer.</summary>
public sealed class AnswerInput
{
    [Display(Name = "答复"), Required]
    public RequestOutcome? Outcome { get; set; }

    [Display(Name = "说明"), Required, Line(ResidentRequest.LongestText)]
    public string? Answer { get; set; }

    [Display(Name = "改在哪份申报表（编号）"), Line(20)]
    public string? CorrectedIn { get; set; }
}
