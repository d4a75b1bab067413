using System.Globalization;
using System.Text;

namespace HealthCode.Domain.People;

/// <summary>拼音首字母 — 马买买提 → MMMT, using the zh-CN collation; characters with two readings give both.</summary>
public static class PinyinInitials
{
    private const string Boundaries = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀";
    private const string Letters = "ABCDEFGHJKLMNOPQRSTWXYZ";
    private const int MostReadings = 8;

    private static readonly CompareInfo Pinyin = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>Readings the collation does not give: special readings of surnames, and common second readings.</summary>
    private static readonly Dictionary<string, string> Readings = new()
    {
        ["单"] = "SD", ["曾"] = "ZC", ["重"] = "CZ", ["仇"] = "QC", ["解"] = "XJ", ["查"] = "ZC", ["盖"] = "G", ["区"] = "OQ",
        ["乐"] = "YL", ["朴"] = "P", ["任"] = "R", ["覃"] = "QT", ["翟"] = "ZD", ["尉"] = "YW", ["万"] = "WM", ["员"] = "Y",
        ["缪"] = "M", ["种"] = "CZ", ["折"] = "SZ", ["祭"] = "ZJ", ["长"] = "CZ", ["行"] = "HX", ["盛"] = "S", ["冼"] = "X",
        ["召"] = "SZ", ["华"] = "H", ["哈"] = "H", ["纪"] = "J", ["宓"] = "MF", ["秘"] = "BM", ["黑"] = "H", ["洗"] = "XS",
        ["适"] = "SK", ["句"] = "GJ", ["阚"] = "K", ["卜"] = "B", ["车"] = "C", ["奇"] = "JQ", ["石"] = "SD", ["沈"] = "SC",
        ["丁"] = "DZ", ["弹"] = "TD", ["调"] = "TD", ["朝"] = "CZ", ["参"] = "CS", ["省"] = "SX", ["降"] = "JX", ["藏"] = "ZC",
    };

    /// <summary>Initials of a name, one string per combination of readings (at most 8), the most usual first.</summary>
    /// <param name="name">Any text; characters other than Han and Latin letters are skipped.</param>
    public static IReadOnlyList<string> Of(string name)
    {
        List<string> results = [""];
        foreach (var rune in name.EnumerateRunes())
        {
            if (Initials(rune) is not { Length: > 0 } initials)
            {
                continue;
            }

            var choices = results.Count * initials.Length <= MostReadings ? initials : initials[..1];
            results = [.. choices.SelectMany(initial => results.Select(result => result + initial))];
        }

        return [.. results.Where(result => result.Length > 0).Distinct()];
    }

    private static string Initials(Rune rune)
    {
        if (rune.Value < 0x80)
        {
            return Rune.IsLetter(rune) ? Rune.ToUpperInvariant(rune).ToString() : "";
        }

        var character = rune.ToString();
        if (Readings.TryGetValue(character, out var readings))
        {
            return readings;
        }

        if (!Rune.IsLetter(rune))
        {
            return "";
        }

        var place = Letters.Length - 1;
        while (place > 0 && Pinyin.Compare(character, Boundaries[place].ToString()) < 0)
        {
            place--;
        }

        return Letters[place].ToString();
    }
}
