using HealthCode.Domain.Rules;

namespace HealthCode.Web.Hosting;

/// <summary>办公时钟 — now and today as the office's wall shows them, Beijing time.</summary>
public sealed class OfficeClock(TimeProvider time)
{
    public DateTimeOffset Now => BeijingTime.At(time.GetUtcNow());

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>A moment as the office's clock shows it.</summary>
    public static DateTimeOffset AtOffice(DateTimeOffset moment) => BeijingTime.At(moment);

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => BeijingTime.StartOf(day);
}
