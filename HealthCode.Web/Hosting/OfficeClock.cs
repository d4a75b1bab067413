namespace HealthCode.Web.Hosting;

/// <summary>办公时钟 — now and today as the office's wall shows them, Beijing time.</summary>
public sealed class OfficeClock(TimeProvider time)
{
    // China has kept +08:00 without summer time since 1991; a fixed offset needs no time zone files on the PC.
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public DateTimeOffset Now => time.GetUtcNow().ToOffset(Beijing);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>A moment as the office's clock shows it.</summary>
    public static DateTimeOffset AtOffice(DateTimeOffset moment) => moment.ToOffset(Beijing);

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Beijing);
}
