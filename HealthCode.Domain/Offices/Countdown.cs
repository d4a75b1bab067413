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

    /// <summary>Whether it is one of the days on which the administrator is reminded: 7, 3, 1.</summary>
    public static bool IsReminderDay(this Office office, DateOnly today) => office.DaysOfPapersLeft(today) is { } left && Reminders.Contains(left);
}
