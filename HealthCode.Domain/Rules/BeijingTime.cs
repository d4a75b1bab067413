namespace HealthCode.Domain.Rules;

/// <summary>北京时间 — +08:00 without summer time since 1991; a fixed offset needs no time zone files on the PC.</summary>
public static class BeijingTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>A moment as a clock in Beijing shows it.</summary>
    public static DateTimeOffset At(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The day a moment falls on.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(At(moment).DateTime);

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
