namespace HealthCode.Domain.Offices;

/// <summary>倒计时 — days from 疫情解除 until residents' data are destroyed.</summary>
public static class Countdown
{
    /// <summary>From this many days before the destruction, pages show an urgent reminder.</summary>
    public const int LastDays = 7;

    private static readonly int[] Reminders = [LastDays, 3, 1];

    /// <summary>The day of destruction; null while the end is unknown. Not before the day after the entry, to allow corrections.</summary>
    public static DateOnly? DestructionDay(this Office office) =>
        office is { EpidemicEndedOn: { } ended, EndEnteredOn: { } entered } ? DestructionDay(ended, entered) : null;

    /// <summary>The day of destruction for an end that is confirmed on the given day.</summary>
    public static DateOnly DestructionDay(DateOnly endedOn, DateOnly confirmedOn)
    {
        var last = endedOn.AddDays(Office.DaysOfKeeping);
        return (last < confirmedOn ? confirmedOn : last).AddDays(1);
    }

    /// <summary>Days until the destruction, 1 for the coming midnight, 0 or less if due; null while the end is unknown.</summary>
    public static int? DaysUntilDestruction(this Office office, DateOnly today) => office.DestructionDay() is { } day ? day.DayNumber - today.DayNumber : null;

    /// <summary>日子是一天天过来的 — true if records exist from the last day of keeping or later, but before today: the clock did not just jump.</summary>
    /// <param name="office">The office.</param>
    /// <param name="seen">Days on which something was recorded, in order of writing.</param>
    /// <param name="today">Today.</param>
    public static bool ClockIsPlausible(this Office office, IReadOnlyList<DateOnly> seen, DateOnly today)
    {
        var (before, next) = (office.DestructionDay()?.AddDays(-1), today);
        for (var i = seen.Count - 1; i >= 0 && seen[i] <= next; i--)
        {
            // Goes back until a day is later than its successor: there the clock was wrong and has been corrected since.
            next = seen[i];
            if (next < today && next >= before)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if the administrator is reminded today: 7, 3 and 1 days before the destruction.</summary>
    public static bool IsReminderDay(this Office office, DateOnly today) => office.DaysUntilDestruction(today) is { } left && Reminders.Contains(left);
}
