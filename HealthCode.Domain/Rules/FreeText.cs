using System.Globalization;

namespace HealthCode.Domain.Rules;

/// <summary>文字栏 — validates single-line text input: no emoji, no control characters, limited length.</summary>
public static class FreeText
{
    /// <summary>Normalises and validates one line of text.</summary>
    /// <param name="text">The typed text; null and blank give an empty value.</param>
    /// <param name="longest">Maximum length in text elements.</param>
    /// <param name="value">Trimmed text; runs of white space become one space, radicals (U+2E80 ff.) become characters.</param>
    /// <param name="fault">Message for the user, or null if valid.</param>
    /// <returns>False if the text is not valid.</returns>
    public static bool TryParse(string? text, int longest, out string value, out string? fault)
    {
        value = "";
        fault = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        // A text element rarely has more than four code units; rejects huge pastes early.
        if (text.Length > longest * 8)
        {
            fault = $"太长了：最多 {longest} 个字";
            return false;
        }

        var line = PlainHan.Normalize(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var place = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            place++;
            if (Unprintable(rune) is { } kind)
            {
                fault = $"第 {place} 个字是{kind}，请删去";
                return false;
            }
        }

        if (new StringInfo(line).LengthInTextElements > longest)
        {
            fault = $"太长了：最多 {longest} 个字";
            return false;
        }

        value = line;
        return true;
    }

    /// <summary>Kind of an unprintable character — 控制字符, 表情符号, 损坏的字符 — or null if it is printable.</summary>
    public static string? Unprintable(System.Text.Rune rune) => Rune(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator => "看不见的控制字符",
        UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned when rune.Value is < 0x20000 or > 0x3FFFF => "损坏的字符",
        UnicodeCategory.OtherSymbol when rune.Value is >= 0x1F000 or (>= 0x2600 and <= 0x27BF) => "表情符号",
        _ when rune.Value == 0xFFFD => "损坏的字符",
        _ => null,
    };

    private static UnicodeCategory Rune(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune);
}
