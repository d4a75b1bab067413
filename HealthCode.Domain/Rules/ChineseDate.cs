using System.Globalization;

namespace HealthCode.Domain.Rules;

/// <summary>日期写法 — formats dates as in official documents (GB/T 9704-2012): 2026年3月5日, no leading zeros.</summary>
public static class ChineseDate
{
    /// <summary>E.g. 2026年3月5日.</summary>
    public static string Chinese(this DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>E.g. 3月5日, where the year is clear from the context.</summary>
    public static string ChineseShort(this DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");

    /// <summary>E.g. 2026年3月5日 09:05, Beijing time.</summary>
    public static string Chinese(this DateTimeOffset moment) => BeijingTime.At(moment).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>E.g. 3月5日 09:05, Beijing time.</summary>
    public static string ChineseShort(this DateTimeOffset moment) => BeijingTime.At(moment).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
}
