using System.Globalization;
using System.Text;

namespace HealthCode.Domain.Rules;

/// <summary>看不见的字符 — invisible characters that come with copy and paste: zero-width spaces, direction marks, variation selectors.</summary>
public static class UnseenMarks
{
    /// <summary>Removes them; lone surrogates are kept, for the caller to reject.</summary>
    public static string RemovedFrom(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                kept.Append(text[i]);
                continue;
            }

            if (!IsUnseen(rune))
            {
                kept.Append(rune.ToString());
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return kept.Length == text.Length ? text : kept.ToString();
    }

    /// <summary>Unicode's Default_Ignorable_Code_Point: the category Format, and the others listed here.</summary>
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is 0x034F
        or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x3164 or 0xFFA0
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);
}
