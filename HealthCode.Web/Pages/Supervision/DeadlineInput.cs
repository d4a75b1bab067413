using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>A deadline as posted.</summary>
public sealed class DeadlineInput : IValidatableObject
{
    private const int MostCharacters = 4_000;

    [Display(Name = "报什么"), Line(Deadline.LongestLine)]
    public string? Title { get; set; }

    [Display(Name = "哪天")]
    public DateOnly? Day { get; set; }

    [Display(Name = "几点")]
    public string? Time { get; set; }

    [Display(Name = "每天都报")]
    public bool IsDaily { get; set; }

    [Display(Name = "谁报")]
    public string? Reporters { get; set; }

    [Display(Name = "报给谁"), Line(Deadline.LongestLine)]
    public string? To { get; set; }

    [Display(Name = "依据"), Line(Deadline.LongestLine)]
    public string? Notice { get; set; }

    /// <summary>The lines that are not blank.</summary>
    public static IReadOnlyList<string> Lines(string? typed) =>
        [.. (typed ?? "").Split('\n').Select(line => LineAttribute.Clean(line.Trim('\r'))).Where(line => line.Length > 0)];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Reporters is { Length: > MostCharacters })
        {
            yield return new("“谁报”太长了，请分成几个截止时间登记。", [nameof(Reporters)]);
            yield break;
        }

        foreach (var line in (Reporters ?? "").Split('\n'))
        {
            if (!FreeText.TryParse(line.Trim('\r'), Deadline.LongestLine, out _, out var fault))
            {
                yield return new($"“谁报”里有一行{fault}。", [nameof(Reporters)]);
            }
        }
    }
}
