using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>The answer to one question, as posted.</summary>
public sealed class SelfCheckAnswerInput
{
    [Display(Name = "有没有这个问题")]
    public bool? HasProblem { get; set; }

    [Display(Name = "看到了什么"), Line(SelfCheck.LongestText)]
    public string? Evidence { get; set; }

    [Display(Name = "哪天以前整改好")]
    public DateOnly? RemedyBy { get; set; }
}
