using System.Globalization;
using HealthCode.Domain.Rules;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Pages.Shared;

/// <summary>How times are said at the window.</summary>
public static class Wording
{
    /// <summary>2020年3月5日 09:05:03, by the office's clock.</summary>
    public static string Moment(DateTimeOffset at)
    {
        var here = OfficeClock.AtOffice(at);
        return $"{DateOnly.FromDateTime(here.DateTime).Chinese()} {here.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";
    }

    /// <summary>刚刚, 12 分钟, 3 小时, 2 天: rounded down, so that nobody is said to wait longer than he does.</summary>
    public static string Waited(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => "刚刚",
        { TotalHours: < 1 } => $"{(int)time.TotalMinutes} 分钟",
        { TotalDays: < 1 } => $"{(int)time.TotalHours} 小时",
        _ => $"{(int)time.TotalDays} 天",
    };
}
