using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace HealthCode.Domain.People;

/// <summary>电话 — a mainland mobile number (11 digits) or a fixed line with its area code.</summary>
public sealed partial record PhoneNumber
{
    private const int LongestTyped = 40;

    private PhoneNumber(string value) => Value = value;

    /// <summary>Digits; a fixed line keeps one hyphen behind its area code.</summary>
    public string Value { get; }

    /// <summary>138****1234.</summary>
    public string Masked => Value.Length > 7 ? string.Concat(Value.AsSpan(0, 3), "****", Value.AsSpan(Value.Length - 4)) : "****";

    /// <summary>Reads what people type: full width, blanks, hyphens, +86.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? phone, out string? fault)
    {
        phone = null;
        fault = null;
        var typed = text is null or { Length: > LongestTyped } ? "" : new string([.. text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not '(' and not ')')]);
        var digits = typed.Replace("-", "", StringComparison.Ordinal);
        digits = digits.StartsWith("+86", StringComparison.Ordinal) ? digits[3..] : digits.StartsWith("0086", StringComparison.Ordinal) ? digits[4..] : digits;
        if (Mobile().IsMatch(digits))
        {
            phone = new(digits);
        }
        else if (FixedLine().Match(digits) is { Success: true } match)
        {
            phone = new($"{match.Groups[1].Value}-{match.Groups[2].Value}");
        }
        else
        {
            fault = digits.Length > 0 && digits.All(char.IsAsciiDigit) && digits[0] == '1'
                ? $"手机号码应为 11 位，现在是 {digits.Length} 位，请核对；没有电话可以不填"
                : "请写 11 位手机号码，或带区号的固定电话，例如 0951-1234567；没有电话可以不填";
        }

        return phone is not null;
    }

    /// <summary>A number from the database.</summary>
    public static PhoneNumber Restore(string value) => new(value);

    [GeneratedRegex("^1[3-9][0-9]{9}$", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    [GeneratedRegex("^(0(?:10|2[0-9]|[3-9][0-9]{2}))([2-9][0-9]{6,7})$", RegexOptions.CultureInvariant)]
    private static partial Regex FixedLine();
}
