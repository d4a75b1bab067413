using System.Globalization;
using System.Text.RegularExpressions;

namespace HealthCode.Domain.Declarations;

/// <summary>Normalises 村民小组: 3组, 三组 and 第3村民小组 are the same group.</summary>
internal static partial class VillageGroups
{
    private const string Digits = "一二三四五六七八九";

    /// <summary>Finds the group in an address, e.g. 3组; empty if there is none.</summary>
    public static string In(string address) => Written().Match(address) is { Success: true } found ? Name(found) : "";

    /// <summary>Normalises a typed group: 三组 becomes 3组; text that is not a numbered group is returned unchanged.</summary>
    public static string Named(string noted) => Written().Match(noted) is { Success: true } found && found.Value.Length == noted.TrimStart('第').Length ? Name(found) : noted;

    private static string Name(Match found)
    {
        var (number, kind) = (found.Groups["number"].Value, found.Groups["kind"].Value);
        return string.Create(CultureInfo.InvariantCulture, $"{Number(number)}{(kind == "村民小组" ? "组" : kind)}");
    }

    /// <summary>Parses a number below 1000 in digits or below 100 in Chinese: 3, 三, 十二, 二十三.</summary>
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
