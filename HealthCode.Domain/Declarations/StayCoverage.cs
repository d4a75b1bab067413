using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>居住覆盖 — which of the days the form asks for are not covered by any stay, and which by several.</summary>
/// <remarks>A gap is only shown to the clerk; it is no ground of refusal (宁疫指办发〔2020〕63号 三(一)).</remarks>
public sealed record StayCoverage
{
    private StayCoverage(DateOnly firstDay, IReadOnlyList<int> staysPerDay)
    {
        FirstDay = firstDay;
        StaysPerDay = staysPerDay;
    }

    /// <summary>First day of the period.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Number of stays containing each day, starting at <see cref="FirstDay"/>.</summary>
    public IReadOnlyList<int> StaysPerDay { get; }

    /// <summary>Days within no stay.</summary>
    public IReadOnlyList<DateOnly> Gaps => DaysWhere(count => count == 0);

    /// <summary>Days within two or more stays, except the day of a move, on which one stay ends and the next begins.</summary>
    public IReadOnlyList<DateOnly> Overlaps { get; private init; } = [];

    /// <summary>Messages such as 「3月1日至3月4日没有填写住处」 and 「3月5日有两处重叠」; empty if none.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        .. Runs(Gaps).Select(run => $"{run}没有填写住处，请问一问"),
        .. Runs(Overlaps).Select(run => $"{run}有两处住处重叠，请核对日期"),
    ];

    /// <summary>Computes the coverage of the days before the form's date; days before birth are left out.</summary>
    /// <param name="stays">Stays on the form.</param>
    /// <param name="day">Date of the form (exclusive).</param>
    /// <param name="lookBackDays">Number of days the form asks for.</param>
    /// <param name="bornOn">Date of birth of the applicant, or null.</param>
    public static StayCoverage Of(IReadOnlyList<ResidenceStay> stays, DateOnly day, int lookBackDays, DateOnly? bornOn = null)
    {
        var first = day.AddDays(-lookBackDays);
        if (bornOn > first)
        {
            first = bornOn.Value > day ? day : bornOn.Value;
        }

        var days = Enumerable.Range(0, day.DayNumber - first.DayNumber).Select(first.AddDays).ToArray();
        return new(first, [.. days.Select(d => stays.Count(stay => stay.Contains(d)))])
        {
            Overlaps = [.. days.Where(d => stays.Count(stay => stay.Contains(d)) > 1 && !IsMovingDay(stays, d))],
        };
    }

    private static bool IsMovingDay(IReadOnlyList<ResidenceStay> stays, DateOnly day) =>
        stays.Count(stay => stay.Contains(day)) == 2
        && stays.Any(stay => stay.LastDay == day) && stays.Any(stay => stay.FirstDay == day);

    private static IEnumerable<string> Runs(IReadOnlyList<DateOnly> days)
    {
        for (var i = 0; i < days.Count;)
        {
            var end = i;
            while (end + 1 < days.Count && days[end + 1] == days[end].AddDays(1))
            {
                end++;
            }

            yield return end == i ? days[i].ChineseShort() : $"{days[i].ChineseShort()}至{days[end].ChineseShort()}";
            i = end + 1;
        }
    }

    private DateOnly[] DaysWhere(Func<int, bool> holds) =>
        [.. StaysPerDay.Select((count, i) => (count, Day: FirstDay.AddDays(i))).Where(x => holds(x.count)).Select(x => x.Day)];
}
