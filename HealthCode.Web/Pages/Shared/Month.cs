using System.Globalization;

namespace HealthCode.Web.Pages.Shared;

/// <summary>月份 as yyyyMM in query strings, e.g. 202003.</summary>
public static class Month
{
    /// <summary>Parses a month and returns its first day; the first day of the current month if it cannot be parsed.</summary>
    public static DateOnly FirstDay(string? text, DateOnly today) =>
        DateOnly.TryParseExact(text + "01", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : new(today.Year, today.Month, 1);

    public static string Typed(DateOnly day) => day.ToString("yyyyMM", CultureInfo.InvariantCulture);
}
