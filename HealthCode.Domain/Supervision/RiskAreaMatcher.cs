using System.Text.RegularExpressions;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>风险地区对照 — finds the names of risk areas in addresses as they were typed. A hit is shown and decides nothing.</summary>
/// <remarks>
/// Both are made half width and freed of white space. 省, 自治区 and 市 may be missing in the address, and so may the province before a city: 湖北省武汉市江汉区 is found
/// in 武汉江汉区. A name cut short is not found where it goes on as another one: 北京市 not in 北京路, 吉林市 not in 吉林省. Counties and below are found as written.
/// </remarks>
public static partial class RiskAreaMatcher
{
    /// <summary>Shown beside every hit.</summary>
    public const string Caution = "仅供参考，不是不予办理的理由";

    /// <summary>Whatever makes of a cut name another one: another division, a street, a settlement.</summary>
    private const string GoesOn = "(?!(?:省|市|县|区|旗|州|盟|镇|乡|村|庄|屯|社区|小区|花园|家园|新村|饭店|宾馆|大厦|路|街|巷|大道|大街|胡同|[东西南北中上下]?[路街巷]|[东西南北中][大]?[路街道]|[一二三四五六七八九十]+[路街巷道])|\\p{Lo}{1,3}族自治)";

    /// <summary>The areas whose names stand in these places and that counted while somebody was there; each area and place once.</summary>
    /// <param name="areas">The office's list.</param>
    /// <param name="places">What was typed, with its days.</param>
    public static IReadOnlyList<RiskAreaHit> Find(IEnumerable<RiskArea> areas, IEnumerable<TypedPlace> places)
    {
        var typed = places.Where(place => !string.IsNullOrWhiteSpace(place.Words)).Select(place => (Place: place, Words: Plain(place.Words))).ToList();
        return
        [
            .. areas.SelectMany(area => typed.Where(each => area.Covers(each.Place.FirstDay, each.Place.LastDay) && IsNamed(area.Name, each.Words)).Select(each => new RiskAreaHit(area, each.Place.Words)))
                .DistinctBy(hit => (hit.Area.Name, hit.Area.Level, hit.Area.Notice, hit.Words)),
        ];
    }

    /// <summary>Whether the address names the area.</summary>
    public static bool Names(string area, string address) => IsNamed(area, Plain(address));

    private static bool IsNamed(string area, string plain)
    {
        var parts = Divisions().Matches(Plain(area)).Select(match => (Stem: match.Groups["stem"].Value, Kind: match.Groups["kind"].Value)).ToList();
        if (parts.Count == 0)
        {
            return false;
        }

        var pattern = string.Concat(parts.Select((part, place) => Pattern(part.Stem, part.Kind, isLast: place == parts.Count - 1, mayBeLeftOut: place == 0 && parts.Count > 1 && IsProvince(part.Kind))));
        return Regex.IsMatch(plain, pattern, RegexOptions.CultureInvariant);
    }

    private static string Pattern(string stem, string kind, bool isLast, bool mayBeLeftOut)
    {
        var name = Regex.Escape(stem);
        var isShort = stem.Length >= 2;
        var whole = kind switch
        {
            "" when isLast && isShort => $"{name}(?:省|市|\\p{{Lo}}{{0,4}}自治区|特别行政区|{GoesOn})",
            "" => name,
            _ when !isShort || !(IsProvince(kind) || kind == "市") => name + kind,
            _ when isLast => $"{name}(?:{kind}|{GoesOn})",
            _ => $"{name}(?:{kind})?",
        };
        return mayBeLeftOut ? $"(?:{whole})?" : whole;
    }

    private static bool IsProvince(string kind) => kind is "省" or "特别行政区" || kind.EndsWith("自治区", StringComparison.Ordinal);

    private static string Plain(string text) => string.Concat(HalfWidth.Normalize(text).Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex("(?<stem>.+?)(?<kind>(?:[壮回]族|维吾尔)?自治区|特别行政区|省|自治州|地区|盟|市|自治县|自治旗|县|区|旗|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Divisions();
}

/// <summary>A place as it was typed.</summary>
/// <param name="Words">The address.</param>
/// <param name="FirstDay">The first day somebody was or will be there.</param>
/// <param name="LastDay">The last day.</param>
public sealed record TypedPlace(string Words, DateOnly FirstDay, DateOnly LastDay);

/// <summary>A risk area whose name stands in an address.</summary>
/// <param name="Area">The area.</param>
/// <param name="Words">The address as typed.</param>
public sealed record RiskAreaHit(RiskArea Area, string Words);
