using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>连续天数 — days reported in a row; the first one reported is day 1, and a day without a report starts the count anew.</summary>
/// <param name="Required">Days required, at least 1.</param>
/// <param name="Counted">Days counted now, 0 to <paramref name="Required"/>.</param>
/// <param name="FirstOn">The first day of the current count; null while nothing is counted.</param>
/// <param name="FullOn">The day on which it was full, or the earliest on which it can be.</param>
/// <param name="BrokenOn">The last day that started the count anew; null when none did.</param>
public sealed record ConsecutiveDays(int Required, int Counted, DateOnly? FirstOn, DateOnly FullOn, DateOnly? BrokenOn)
{
    /// <summary>满.</summary>
    public bool IsFull => Counted == Required;

    /// <summary>Days still missing.</summary>
    public int Missing => Required - Counted;

    /// <summary>「连续第 9 天，还差 5 天，最早3月14日」, and the day that started it anew.</summary>
    public string Sentence =>
        (BrokenOn is { } broken ? $"{broken.ChineseShort()}中断，重新起算；" : "")
        + (IsFull ? $"{FullOn.ChineseShort()}已连续满 {Required} 天"
            : Counted > 0 ? $"连续第 {Counted} 天，还差 {Missing} 天，最早{FullOn.ChineseShort()}"
            : $"还没有开始，要满 {Required} 天，最早{FullOn.ChineseShort()}");

    /// <summary>Counts up to a day; that day itself may still be reported and breaks nothing.</summary>
    /// <param name="reported">The days that count.</param>
    /// <param name="from">The first day looked at.</param>
    /// <param name="required">Days required, at least 1.</param>
    /// <param name="today">The last day looked at.</param>
    /// <param name="isOver">Whether today has a report that does not count: then today is over, too.</param>
    public static ConsecutiveDays Of(IReadOnlySet<DateOnly> reported, DateOnly from, int required, DateOnly today, bool isOver = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(required, 1);

        var counted = 0;
        DateOnly? brokenOn = null;
        for (var day = from; day <= today && counted < required; day = day.AddDays(1))
        {
            if (reported.Contains(day))
            {
                counted++;
                if (counted == required)
                {
                    return new(required, counted, day.AddDays(1 - required), day, brokenOn);
                }
            }
            else if (day < today || isOver)
            {
                (counted, brokenOn) = (0, counted > 0 ? day : brokenOn);
            }
        }

        var next = reported.Contains(today) || isOver ? today.AddDays(1) : today;
        next = next < from ? from : next;
        return new(required, counted, counted > 0 ? next.AddDays(-counted) : null, next.AddDays(required - counted - 1), brokenOn);
    }
}
