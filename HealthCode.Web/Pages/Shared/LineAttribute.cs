using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Pages.Shared;

/// <summary>One line of a paper form: no emoji, no control characters, not longer than its box.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LineAttribute(int longest) : ValidationAttribute
{
    private const int MostDigits = 6;

    public int Longest => longest;

    /// <summary>It goes into the audit: no number of anybody, of more digits than a date's month or a document's has.</summary>
    public bool IsAudited { get; init; }

    /// <summary>What the line says once it has been checked.</summary>
    public static string Clean(string? text) => FreeText.TryParse(text, int.MaxValue / 8, out var value, out _) ? value : "";

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        FreeText.TryParse(value as string, longest, out var text, out var fault)
            ? IsAudited && LongestNumber(text) > MostDigits
                ? new($"{validationContext.DisplayName}会记进审计，请不要写姓名、证件号码和电话。", [validationContext.MemberName!])
                : ValidationResult.Success
            : new($"{validationContext.DisplayName}{fault}。", [validationContext.MemberName!]);

    private static int LongestNumber(string text)
    {
        var (run, longestRun) = (0, 0);
        foreach (var character in HalfWidth.Of(text).Where(character => !char.IsWhiteSpace(character) && character != '-'))
        {
            longestRun = Math.Max(longestRun, run = char.IsAsciiDigit(character) ? run + 1 : 0);
        }

        return longestRun;
    }
}
