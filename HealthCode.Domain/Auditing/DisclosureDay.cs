using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Auditing;

/// <summary>一天里谁看过 — what was done with a resident's data on one day, as sentences to him; what one person did several times is one sentence.</summary>
/// <param name="Day">The day, Beijing time.</param>
/// <param name="Sentences">In the order of the day.</param>
public sealed record DisclosureDay(DateOnly Day, IReadOnlyList<string> Sentences)
{
    /// <summary>The days of some traces, newest first.</summary>
    public static IReadOnlyList<DisclosureDay> Of(IEnumerable<DisclosureEntry> traces) =>
    [
        .. traces.GroupBy(trace => BeijingTime.DayOf(trace.At)).OrderByDescending(day => day.Key)
            .Select(day => new DisclosureDay(day.Key, [.. day.OrderBy(trace => trace.At).GroupBy(trace => (trace.Who, trace.Told)).Select(Sentence)])),
    ];

    /// <summary>e.g. 上午9点05分，马书记打开看了您的申报表，当天一共 3 次。</summary>
    private static string Sentence(IGrouping<(string Who, string Told), DisclosureEntry> same) =>
        $"{Time(same.First().At)}{(same.Count() > 1 ? "起" : "")}，{same.Key.Who}{same.Key.Told}{(same.Count() > 1 ? $"，当天一共 {same.Count()} 次" : "")}。";

    private static string Time(DateTimeOffset moment)
    {
        var at = BeijingTime.At(moment);
        var part = at.Hour switch { < 6 => "凌晨", < 12 => "上午", 12 => "中午", < 18 => "下午", _ => "晚上" };
        return $"{part}{(at.Hour > 12 ? at.Hour - 12 : at.Hour)}点{(at.Minute == 0 ? "" : $"{at.Minute:00}分")}";
    }
}
