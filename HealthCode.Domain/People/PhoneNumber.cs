using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.People;

/// <summary>电话号码: a mainland mobile of 11 digits, or a fixed line with its area code. Optional on the form (DECISIONS.md D6).</summary>
public sealed record PhoneNumber
{
    private const int LongestText = 40;

    private PhoneNumber(string value) => Value = value;

    /// <summary>号码: 11 digits such as 13800001234, or area code, hyphen, 7 or 8 digits such as 0951-6012345.</summary>
    public string Value { get; }

    /// <summary>脱敏号码: 138****1234; a fixed line keeps its area code and the last 3 digits, 0951-****345.</summary>
    public string Masked => Value.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && Value.Length > hyphen + 4
        ? $"{Value[..hyphen]}-****{Value[^3..]}"
        : Value.Length == 11 ? $"{Value[..3]}****{Value[^4..]}" : new string('*', Value.Length);

    /// <summary>读取: parses a number; accepts full-width digits, spaces, hyphens, brackets and +86.</summary>
    /// <param name="text">The typed text, may be null; texts of any length are handled quickly.</param>
    /// <param name="phone">The number, or null if invalid.</param>
    /// <param name="fault">Chinese message naming what to check, or null if valid.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? phone, [NotNullWhen(false)] out string? fault)
    {
        phone = null;
        fault = text?.Length > LongestText ? $"电话号码太长（{text.Length} 个字符），一次只填一个号码，请核对。"
            : string.IsNullOrWhiteSpace(text) ? "没有填写电话号码。"
            // Numbers copied from an address book are enclosed in invisible direction marks.
            : CharacterFault(text = UnseenMarks.RemovedFrom(text));
        if (fault is not null)
        {
            return false;
        }

        var digits = WithoutCountry(text!);
        fault = digits.StartsWith('1') ? MobileFault(digits) : FixedLineFault(digits);
        phone = fault is null ? new(Written(digits)) : null;
        return fault is null;
    }

    /// <summary>还原: restores a stored number without validation.</summary>
    /// <param name="value">The saved <see cref="Value"/>.</param>
    public static PhoneNumber Restore(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <summary>The masked number, so that logs do not contain it; for printing use <see cref="Value"/>.</summary>
    public override string ToString() => Masked;

    private static string? CharacterFault(string text)
    {
        var points = Characters.CodePointsOf(text.Trim());
        var wrong = points.FindIndex(point => DigitOf(point) is null && !IsFiller(point));
        return wrong < 0 ? null : $"电话号码第 {wrong + 1} 个字符 {Characters.Show(points[wrong])} 不是数字，请核对第 {wrong + 1} 个字符。";
    }

    private static string? MobileFault(string digits) =>
        digits.Length != 11 ? $"手机号码应为 11 位，现在是 {digits.Length} 位，请核对是否漏录或多录。"
        : digits[1] < '3' ? $"手机号码第 2 位不会是 {digits[1]}，请核对第 2 位。"
        : null;

    private static string? FixedLineFault(string digits)
    {
        if (!digits.StartsWith('0'))
        {
            return digits.Length is 7 or 8
                ? "固定电话请加区号，例如 0951-6012345。"
                : "电话号码应为 1 开头的 11 位手机号码，或 0 开头带区号的固定电话，请核对第 1 位和位数。";
        }

        // 00 is the international prefix; no area code begins with it.
        var local = digits.Length - AreaCodeLength(digits);
        return digits.StartsWith("00", StringComparison.Ordinal) ? "区号不会以 00 开头，请核对前两位。"
            : local is 7 or 8 ? null
            : $"固定电话应为区号加 7 或 8 位号码，现在共 {digits.Length} 位，请核对是否漏录或多录。";
    }

    private static string Written(string digits) =>
        digits.StartsWith('0') ? digits.Insert(AreaCodeLength(digits), "-") : digits;

    // Beijing is 010 and large cities are 02x; all other area codes have four digits.
    private static int AreaCodeLength(string digits) =>
        digits.StartsWith("01", StringComparison.Ordinal) || digits.StartsWith("02", StringComparison.Ordinal) ? 3 : 4;

    private static string WithoutCountry(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            digits.Append(DigitOf(character)?.ToString(CultureInfo.InvariantCulture));
        }

        var all = digits.ToString();
        var national = text.TrimStart() is ['+' or '＋', ..] && all.StartsWith("86", StringComparison.Ordinal) ? all[2..]
            : all.StartsWith("0086", StringComparison.Ordinal) ? all[4..]
            : all.StartsWith("861", StringComparison.Ordinal) && all.Length == 13 ? all[2..]
            : null;

        // After the country code fixed lines omit the leading 0: 951 6012345, and 10 62001234 for Beijing.
        return national is null ? all
            : national.StartsWith('0') || (national.StartsWith('1') && national.Length != 10) ? national
            : "0" + national;
    }

    private static int? DigitOf(int point) => point is >= '0' and <= '9' ? point - '0'
        : point is >= '０' and <= '９' ? point - '０'
        : null;

    private static bool IsFiller(int point) => point is ' ' or '\u3000' or '\u00A0' or '-' or '－' or '‐' or '‑' or '–' or '—'
        or '+' or '＋' or '(' or ')' or '（' or '）';
}
