using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Validates a single-line text: no emoji, no control characters, at most this many characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LineAttribute(int longest) : ValidationAttribute
{
    private const int MostDigits = 6;

    public int Longest => longest;

    /// <summary>The text goes into the audit log, so it may contain no number of more than six digits (ID or telephone numbers).</summary>
    public bool IsAudited { get; init; }

    /// <summary>Returns the normalized text (white space trimmed and collapsed); empty if it is not valid.</summary>
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
        foreach (var character in HalfWidth.Normalize(text).Where(character => !char.IsWhiteSpace(character) && character != '-'))
        {
            longestRun = Math.Max(longestRun, run = char.IsAsciiDigit(character) ? run + 1 : 0);
        }

        return longestRun;
    }
}
