using System.Globalization;

namespace HealthCode.Domain.Rules;

/// <summary>文字栏 — what may stand in a line of a form: trimmed, one line, no emoji, no control characters, not longer than its box.</summary>
public static class FreeText
{
    /// <summary>Reads one line of text.</summary>
    /// <param name="text">As typed; null and blank give an empty value.</param>
    /// <param name="longest">Text elements allowed.</param>
    /// <param name="value">Trimmed; inner runs of white space become one space, radicals their characters.</param>
    /// <param name="fault">What to check, or null.</param>
    /// <returns>False when the text cannot be kept.</returns>
    public static bool TryParse(string? text, int longest, out string value, out string? fault)
    {
        value = "";
        fault = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        // A text element is rarely more than four code units; this keeps a 10 MB paste from being walked.
        if (text.Length > longest * 8)
        {
            fault = $"太长了：最多 {longest} 个字";
            return false;
        }

        var line = PlainHan.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
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

    /// <summary>What makes a character unfit for a paper form — 控制字符, 表情符号, 损坏的字符 — or null when it is fit.</summary>
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
