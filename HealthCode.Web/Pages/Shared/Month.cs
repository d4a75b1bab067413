using System.Globalization;

namespace HealthCode.Web.Pages.Shared;

/// <summary>月份 as it stands in an address: 202003.</summary>
public static class Month
{
    /// <summary>The first day of the month, or of this month when it cannot be read.</summary>
    public static DateOnly FirstDay(string? text, DateOnly today) =>
        DateOnly.TryParseExact(text + "01", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : new(today.Year, today.Month, 1);

    public static string Typed(DateOnly day) => day.ToString("yyyyMM", CultureInfo.InvariantCulture);
}
