using HealthCode.Domain.Observations;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>今天要问的 — why a person is asked today.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Words">The reason in words, for the screen alone: it names no colour, but may say what the rules give, which is never printed; see <see cref="RecordedReason"/>.</param>
public sealed record DueCheckIn(DueReason Reason, string Words)
{
    private const int LookAhead = 14;
    private const string OfficialAsksDaily = "官方结果要每天上报";
    private const string NeverReported = "，还没有打过卡";

    /// <summary>Whether a person is asked today, and why. Who has the card alone is never asked (宁疫指办发〔2020〕66号 二: 同时有效).</summary>
    /// <param name="person">The record of somebody who is here.</param>
    /// <param name="status">What the rules give today; null where they give nothing.</param>
    /// <param name="observation">His newest observation; null when there is none.</param>
    /// <param name="terms">What the notices say.</param>
    /// <param name="today">The day.</param>
    /// <returns>Null when nobody need ask him.</returns>
    public static DueCheckIn? Of(HealthStatus person, DerivedStatus? status, Observation? observation, HealthCodeTerms terms, DateOnly today)
    {
        if (person.LastReportedOn == today)
        {
            return null;
        }

        // A day nobody asked on is missed only if he was asked to report daily.
        var missed = MissedSince(person.LastReportedOn, today);
        if (observation is { EndedOn: null })
        {
            return new(DueReason.Observation, $"医学观察第 {observation.DayOn(today)} 天{(person.LastReportedOn is null && observation.DayOn(today) > 1 ? NeverReported : missed)}");
        }

        if (status?.Count is { } count)
        {
            return new(DueReason.Counting, $"连续上报：{count.Sentence}");
        }

        return terms.Audience switch
        {
            CheckInAudience.Everyone => new(DueReason.Everyone, $"每日打卡{missed}"),
            CheckInAudience.KeptUp when person.OfficialAsksDaily => new(DueReason.Counting, OfficialAsksDaily + missed),
            CheckInAudience.KeptUp when person.KeptSince is { } since => Kept(status, person.LastReportedOn > since ? person.LastReportedOn.Value : since, today),
            _ => null,
        };
    }

    /// <summary>Why a person stands on the list of a day, from what is recorded alone: a report holds no derived status.</summary>
    /// <param name="person">His record; null when there is none.</param>
    /// <param name="observation">His observation of that day; null when there was none.</param>
    /// <param name="last">His last day with a check-in before; null when there is none.</param>
    /// <param name="terms">What the notices say.</param>
    /// <param name="day">The day.</param>
    public static string RecordedReason(HealthStatus? person, Observation? observation, DateOnly? last, HealthCodeTerms terms, DateOnly day) =>
        (observation is not null ? $"医学观察第 {observation.DayOn(day)} 天"
            : person?.Grounds.Any(ground => ground.Holds && ground.Since <= day) == true && terms.Transitions.Count > 0 ? "登记过情况，按天上报"
            : terms.Audience == CheckInAudience.Everyone ? "每日打卡"
            : person?.OfficialAsksDaily == true ? OfficialAsksDaily
            : "代为打卡")
        + (last is null ? NeverReported : MissedSince(last, day));

    /// <summary>The next day on which he is asked, today while today is open; null when nobody need ask him within two weeks.</summary>
    /// <param name="person">His record.</param>
    /// <param name="days">His days with a check-in.</param>
    /// <param name="observation">His newest observation; null when there is none.</param>
    /// <param name="terms">What the notices say.</param>
    /// <param name="today">The day.</param>
    public static DateOnly? NextDay(HealthStatus person, IReadOnlyList<ReportedDay> days, Observation? observation, HealthCodeTerms terms, DateOnly today) => Enumerable.Range(0, LookAhead + 1)
        .Select(ahead => (DateOnly?)today.AddDays(ahead)).FirstOrDefault(day => Of(person, DerivedStatus.Of(terms, person.Facts(days), day!.Value), observation, terms, day.Value) is not null);

    private static string MissedSince(DateOnly? last, DateOnly day) => last < day.AddDays(-1) ? $"，{last.Value.AddDays(1).ChineseShort()}起没有打卡" : "";

    private static DueCheckIn? Kept(DerivedStatus? status, DateOnly last, DateOnly today) => status switch
    {
        { Result: HealthCodeResult.Gray } => new(DueReason.Gray, $"上次打卡{last.ChineseShort()}，已经断了，打卡就恢复"),
        { GrayOn: { } grayOn } when grayOn == today.AddDays(1) => new(DueReason.GrayTomorrow, $"上次打卡{last.ChineseShort()}，今天是最后一天"),
        _ => null,
    };
}

/// <summary>Why a person is asked today, the most urgent first.</summary>
public enum DueReason
{
    /// <summary>医学观察.</summary>
    Observation = 1,

    /// <summary>连续上报: a missed day would start the count anew.</summary>
    Counting = 2,

    /// <summary>明天变灰.</summary>
    GrayTomorrow = 3,

    /// <summary>已经变灰.</summary>
    Gray = 4,

    /// <summary>到户到人，不漏一人.</summary>
    Everyone = 5,
}
