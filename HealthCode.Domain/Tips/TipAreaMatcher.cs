using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Tips;

/// <summary>所在地对辖区 — finds the area in which a place lies, by the longest spelling that stands in it.</summary>
/// <remarks>Both are made half width and freed of white space. A name that begins or ends with a figure is not found inside a longer figure: 1组 not in 11组, 一组 not in 十一组.</remarks>
public static class TipAreaMatcher
{
    private const string Figures = "0123456789〇零一二三四五六七八九十百";

    /// <summary>The areas with the longest spelling in the place: one alone is the place's area; none or several are for the dispatcher to choose from.</summary>
    /// <param name="areas">The office's table.</param>
    /// <param name="place">所在地 as typed.</param>
    public static IReadOnlyList<TipArea> Find(IEnumerable<TipArea> areas, string place)
    {
        var plain = Plain(place);
        var found = areas.Select(area => (Area: area, Length: area.Spellings.Select(Plain).Where(name => Stands(name, plain)).Select(name => name.Length).DefaultIfEmpty(0).Max()))
            .Where(each => each.Length > 0).ToList();
        var longest = found.Select(each => each.Length).DefaultIfEmpty(0).Max();
        return [.. found.Where(each => each.Length == longest).Select(each => each.Area)];
    }

    /// <summary>The area of a place; null where none or several are found.</summary>
    public static TipArea? FindOne(IEnumerable<TipArea> areas, string place) => Find(areas, place) is [var area] ? area : null;

    /// <summary>A place or a name for comparison: half width, upper case, without white space.</summary>
    public static string Plain(string text) => string.Concat(HalfWidth.Normalize(text).Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();

    private static bool Stands(string name, string place)
    {
        for (var at = name.Length == 0 ? -1 : place.IndexOf(name, StringComparison.Ordinal); at >= 0; at = place.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if (!(at > 0 && IsFigure(name[0]) && IsFigure(place[at - 1])) && !(end < place.Length && IsFigure(name[^1]) && IsFigure(place[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFigure(char character) => Figures.Contains(character, StringComparison.Ordinal);
}
