using System.Globalization;
using System.Text;

namespace HealthCode.Domain.People;

/// <summary>字符: code points, and how an invalid character is shown in a message.</summary>
internal static class Characters
{
    /// <summary>The code points of a text; a lone surrogate is kept instead of being replaced with U+FFFD.</summary>
    public static List<int> CodePointsOf(string text)
    {
        var points = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            points.Add(char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i++) : text[i]);
        }

        return points;
    }

    /// <summary>A character for a message: “Ж”（U+0416）, or only U+0007 if it is invisible.</summary>
    public static string Show(int codePoint)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"U+{codePoint:X4}");
        return IsInvisible(codePoint) ? code : $"“{char.ConvertFromUtf32(codePoint)}”（{code}）";
    }

    public static bool IsInvisible(int codePoint) => CategoryOf(codePoint) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    public static UnicodeCategory CategoryOf(int codePoint) => Rune.IsValid(codePoint)
        ? Rune.GetUnicodeCategory(new Rune(codePoint))
        : UnicodeCategory.Surrogate;
}
