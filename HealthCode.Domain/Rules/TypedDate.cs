using System.Globalization;
using System.Text.RegularExpressions;

namespace HealthCode.Domain.Rules;

/// <summary>手打日期 — parses typed dates: 20260305, 2026-3-5, 2026.3.5, 2026年3月5日; without the year, 3.5 or 0305.</summary>
public static partial class TypedDate
{
    // All plausible dates are within these years; adding or subtracting days never overflows DateOnly.
    private const int FirstYear = 1850;
    private const int LastYear = 2199;

    /// <summary>Parses a date.</summary>
    /// <param name="text">The typed text; full width is accepted; blank gives null without a fault.</param>
    /// <param name="today">Determines a missing year: the one that gives the date nearest to today.</param>
    /// <param name="day">The date, or null.</param>
    /// <param name="fault">Message for the user, or null if valid.</param>
    public static bool TryParse(string? text, DateOnly today, out DateOnly? day, out string? fault)
    {
        day = null;
        fault = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var parts = text.Length > 40 ? [] : Parts(HalfWidth.Normalize(text).Trim());
        switch (parts)
        {
            case [var year, _, _] when year is < FirstYear or > LastYear:
                fault = $"年份写成了 {year}，请核对";
                break;
            case [var year, var month, var date]:
                day = Real(year, month, date);
                fault = day is null ? $"没有 {year}年{month}月{date}日 这一天，请核对" : null;
                break;
            case [var month, var date]:
                day = new[] { today.Year, today.Year - 1, today.Year + 1 }.Select(year => Real(year, month, date))
                    .OfType<DateOnly>().OrderBy(candidate => Math.Abs(candidate.DayNumber - today.DayNumber)).Cast<DateOnly?>().FirstOrDefault();
                fault = day is null ? $"没有 {month}月{date}日 这一天，请核对" : null;
                break;
            default:
                fault = "日期请写成 20260305 或 2026-3-5";
                break;
        }

        return fault is null;
    }

    /// <summary>Formats a date for an input field, e.g. 20260305.</summary>
    public static string Typed(this DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static DateOnly? Real(int year, int month, int date) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && date >= 1 && date <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, date)
            : null;

    private static int[] Parts(string text)
    {
        if (text.Length is 8 or 4 && text.All(char.IsAsciiDigit))
        {
            int[] monthAndDate = [Number(text[^4..^2]), Number(text[^2..])];
            return text.Length == 8 ? [Number(text[..4]), .. monthAndDate] : monthAndDate;
        }

        var match = Separated().Match(text);
        return match.Success
            ? [.. match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => Number(group.Value))]
            : [];
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:([0-9]{4})[-./年 ])?([0-9]{1,2})[-./月 ]([0-9]{1,2})日?$", RegexOptions.CultureInvariant)]
    private static partial Regex Separated();
}
