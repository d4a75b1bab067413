using System.Text;

namespace HealthCode.Web.Imports;

/// <summary>部首 — the radicals that come out of PDF files and scans, made the characters they look like: ⻢ is no 马 to a search.</summary>
internal static class Radicals
{
    private const char FirstOfSupplement = '\u2E80';
    private const char FirstOfKangxi = '\u2F00';
    private const char LastOfKangxi = '\u2FD5';

    // U+2E80 to U+2EF3, each as EquivalentUnifiedIdeograph of the Unicode Character Database has it; - where it has none.
    private static readonly Rune[] Supplement =
    [
        .. (
            "-厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵-旡日月歺母民氵氺灬爫爫丬牛" +
            "犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑" +
            "钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟").EnumerateRunes(),
    ];

    /// <summary>The plain characters; everything else stays as it is.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstOfSupplement, LastOfKangxi))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c is >= FirstOfKangxi and <= LastOfKangxi ? plain.Append(c.ToString().Normalize(NormalizationForm.FormKC))
                : c - FirstOfSupplement is >= 0 and var at && at < Supplement.Length && Supplement[at].Value != '-' ? plain.Append(Supplement[at])
                : plain.Append(c);
        }

        return plain.ToString();
    }
}
