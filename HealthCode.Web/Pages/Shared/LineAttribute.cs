using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Pages.Shared;

/// <summary>One line of a paper form: no emoji, no control characters, not longer than its box.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LineAttribute(int longest) : ValidationAttribute
{
    public int Longest => longest;

    /// <summary>What the line says once it has been checked.</summary>
    public static string Clean(string? text) => FreeText.TryParse(text, int.MaxValue / 8, out var value, out _) ? value : "";

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        FreeText.TryParse(value as string, longest, out _, out var fault)
            ? ValidationResult.Success
            : new($"{validationContext.DisplayName}{fault}。", [validationContext.MemberName!]);
}
