using HealthCode.Domain.HealthStatuses;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>A day of the strip: a shape and a word, never a colour alone.</summary>
/// <param name="Day">The day.</param>
/// <param name="Sign">● normal, ▲ not normal, ○ none.</param>
/// <param name="Word">正常, 不正常, 没有打卡, 今天还没有.</param>
public sealed record DayMark(DateOnly Day, string Sign, string Word)
{
    public static DayMark Of(DateOnly day, IEnumerable<ReportedDay> reports, DateOnly today)
    {
        var all = reports.ToList();
        return all.Count == 0 ? new(day, "○", day == today ? "今天还没有" : "没有打卡") : all.All(report => report.IsNormal) ? new(day, "●", "正常") : new(day, "▲", "不正常");
    }
}
