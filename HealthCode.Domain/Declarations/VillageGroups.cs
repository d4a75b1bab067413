using System.Globalization;
using System.Text.RegularExpressions;

namespace HealthCode.Domain.Declarations;

/// <summary>村民小组 as people write them: 3组, 三组 and 第3村民小组 are one group.</summary>
internal static partial class VillageGroups
{
    private const string Digits = "一二三四五六七八九";

    /// <summary>The group an address lies in: 3组; empty when it names none.</summary>
    public static string In(string address) => Written().Match(address) is { Success: true } found ? Name(found) : "";

    /// <summary>A group as noted: 三组 becomes 3组; what is no numbered group stays as it is.</summary>
    public static string Named(string noted) => Written().Match(noted) is { Success: true } found && found.Value.Length == noted.TrimStart('第').Length ? Name(found) : noted;

    private static string Name(Match found)
    {
        var (number, kind) = (found.Groups["number"].Value, found.Groups["kind"].Value);
        return string.Create(CultureInfo.InvariantCulture, $"{Number(number)}{(kind == "村民小组" ? "组" : kind)}");
    }

    /// <summary>3, 三, 十二, 二十三.</summary>
    private static int Number(string text)
    {
        if (char.IsAsciiDigit(text[0]))
        {
            return int.Parse(text, CultureInfo.InvariantCulture);
        }

        var ten = text.IndexOf('十', StringComparison.Ordinal);
        return ten < 0 ? Digit(text) : (ten == 0 ? 10 : 10 * Digit(text[..ten])) + Digit(text[(ten + 1)..]);
    }

    private static int Digit(string text) => text.Length == 0 ? 0 : 1 + Digits.IndexOf(text[0], StringComparison.Ordinal);

    [GeneratedRegex("(?<number>[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?<kind>村民小组|组|社(?!区)|队)")]
    private static partial Regex Written();
}
