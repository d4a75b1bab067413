using System.Globalization;
using HealthCode.Domain.Rules;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Formats moments and durations in Chinese.</summary>
public static class Wording
{
    /// <summary>Date and time in Beijing time, e.g. 2020年3月5日 09:05:03.</summary>
    public static string Moment(DateTimeOffset at)
    {
        var here = OfficeClock.AtOffice(at);
        return $"{DateOnly.FromDateTime(here.DateTime).Chinese()} {here.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";
    }

    /// <summary>刚刚, 12 分钟, 3 小时, 2 天: rounded down, so that a waiting time is never overstated.</summary>
    public static string Waited(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => "刚刚",
        { TotalHours: < 1 } => $"{(int)time.TotalMinutes} 分钟",
        { TotalDays: < 1 } => $"{(int)time.TotalHours} 小时",
        _ => $"{(int)time.TotalDays} 天",
    };
}
