using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>A self-check sheet as posted.</summary>
public sealed class SelfCheckInput
{
    [Display(Name = "自查日期"), Required]
    public DateOnly? CheckedOn { get; set; }

    [Display(Name = "谁自查的"), Line(SelfCheck.LongestLine)]
    public string? CheckedBy { get; set; }

    /// <summary>One for each question, in its order.</summary>
    public List<SelfCheckAnswerInput> Answers { get; set; } = [];

    /// <summary>The path of the input for a field.</summary>
    public static string PathOf(Field field) => field.Number > 0 ? $"{nameof(Answers)}[{field.Number - 1}].{field.Name}" : field.Name.ToString();
}
