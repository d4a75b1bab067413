namespace HealthCode.Domain.Rules;

/// <summary>北京时间 — fixed offset +08:00 (no summer time since 1991); works without time zone data on the PC.</summary>
public static class BeijingTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Converts a moment to Beijing time.</summary>
    public static DateTimeOffset At(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The day of a moment in Beijing time.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(At(moment).DateTime);

    /// <summary>Midnight at the start of a day in Beijing.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
