using System.Globalization;
using System.Text.RegularExpressions;

namespace HealthCode.Domain.Rules;

/// <summary>手打时刻 — parses a typed time of day: 22:00, 2200, 8点, 8时30分.</summary>
public static partial class TypedTime
{
    /// <summary>Parses a time of day; full width is accepted.</summary>
    public static bool TryParse(string? text, out TimeOnly time)
    {
        time = default;
        var match = Written().Match(HalfWidth.Normalize(text is null or { Length: > 20 } ? "" : text).Trim());
        if (!match.Success || Number(match.Groups["h"]) is not (<= 23 and var hour) || Number(match.Groups["m"]) is not (<= 59 and var minute))
        {
            return false;
        }

        time = new(hour, minute);
        return true;
    }

    /// <summary>Formats a time for an input field, e.g. 22:00.</summary>
    public static string Typed(this TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static int Number(Group digits) => digits.Length == 0 ? 0 : int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<h>[0-9]{1,2})(?:[:.]?(?<m>[0-9]{2})|[点时](?:(?<m>[0-9]{1,2})分?)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
