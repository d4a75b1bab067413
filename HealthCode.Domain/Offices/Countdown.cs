namespace HealthCode.Domain.Offices;

/// <summary>倒计时 — from 疫情解除 to the night in which the papers are destroyed.</summary>
public static class Countdown
{
    /// <summary>From here on the administrator is reminded on every page he begins with.</summary>
    public const int LastDays = 7;

    private static readonly int[] Reminders = [LastDays, 3, 1];

    /// <summary>The first day without papers; null while the end is unknown. An end entered late leaves the night to mend a slip.</summary>
    public static DateOnly? PapersGoOn(this Office office) =>
        office is { EpidemicEndedOn: { } ended, EndEnteredOn: { } entered } ? PapersGoOn(ended, entered) : null;

    /// <summary>The same for an end that is confirmed on a day.</summary>
    public static DateOnly PapersGoOn(DateOnly endedOn, DateOnly confirmedOn)
    {
        var last = endedOn.AddDays(Office.DaysOfKeeping);
        return (last < confirmedOn ? confirmedOn : last).AddDays(1);
    }

    /// <summary>Midnights until then, 1 for tonight; 0 or less when it is over; null while the end is unknown.</summary>
    public static int? DaysOfPapersLeft(this Office office, DateOnly today) => office.PapersGoOn() is { } day ? day.DayNumber - today.DayNumber : null;

    /// <summary>日子是一天天过来的 — whether the office's own record has seen the last day of keeping, or a later one, on a day before today. A clock that jumped has been seen on no such day, and whoever looks has until the next one.</summary>
    /// <param name="office">Whose papers.</param>
    /// <param name="seen">The days on which something was written down, in the order of writing.</param>
    /// <param name="today">The day.</param>
    public static bool HasBeenSeenToEnd(this Office office, IReadOnlyList<DateOnly> seen, DateOnly today)
    {
        var (before, next) = (office.PapersGoOn()?.AddDays(-1), today);
        for (var i = seen.Count - 1; i >= 0 && seen[i] <= next; i--)
        {
            // What lies behind a day that is later than the one after it was written by a clock that has been put right since.
            next = seen[i];
            if (next < today && next >= before)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is one of the days on which the administrator is reminded: 7, 3, 1.</summary>
    public static bool IsReminderDay(this Office office, DateOnly today) => office.DaysOfPapersLeft(today) is { } left && Reminders.Contains(left);
}
