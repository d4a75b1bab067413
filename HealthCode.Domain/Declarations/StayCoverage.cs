using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>居住覆盖 — how the stays cover the days before the form that it asks for: which days are open, which doubled.</summary>
/// <remarks>A gap is shown and asked about; it is no ground to refuse (宁疫指办发〔2020〕63号 三(一)).</remarks>
public sealed record StayCoverage
{
    private StayCoverage(DateOnly firstDay, IReadOnlyList<int> staysPerDay)
    {
        FirstDay = firstDay;
        StaysPerDay = staysPerDay;
    }

    /// <summary>The first of the days looked at.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>For each day from <see cref="FirstDay"/>, how many stays contain it.</summary>
    public IReadOnlyList<int> StaysPerDay { get; }

    /// <summary>Days that no stay contains.</summary>
    public IReadOnlyList<DateOnly> Gaps => DaysWhere(count => count == 0);

    /// <summary>Days that two or more stays contain. The day of a move belongs to both and is left out when they meet there.</summary>
    public IReadOnlyList<DateOnly> Overlaps { get; private init; } = [];

    /// <summary>「3月1日至3月4日没有填写住处」 and 「3月5日有两处重叠」, or nothing.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        .. Runs(Gaps).Select(run => $"{run}没有填写住处，请问一问"),
        .. Runs(Overlaps).Select(run => $"{run}有两处住处重叠，请核对日期"),
    ];

    /// <summary>The days before a day, at the stays given; days before birth are not asked for.</summary>
    /// <param name="stays">As written.</param>
    /// <param name="day">Of the form.</param>
    /// <param name="lookBackDays">How many days the form asks for.</param>
    /// <param name="bornOn">Of the applicant.</param>
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
