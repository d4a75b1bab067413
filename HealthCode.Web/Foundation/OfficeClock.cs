using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Foundation;

/// <summary>办公时钟 — current time and date in Beijing time, and whether the PC's clock can be right.</summary>
public sealed class OfficeClock(TimeProvider time)
{
    private long _latest;

    /// <summary>启用日, the first day any province could issue a card; a clock before it is certainly wrong (empty battery).</summary>
    public static DateTimeOffset FirstDay => StartOf(RulePacks.FirstPassDay);

    public DateTimeOffset Now => BeijingTime.At(time.GetUtcNow());

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>时间可疑 — message about a wrong PC clock, or null. Corrections within the same day are not reported.</summary>
    public string? ClockError
    {
        get
        {
            var (now, latest) = (Now, BeijingTime.At(new DateTimeOffset(Interlocked.Read(ref _latest), TimeSpan.Zero)));
            return now < FirstDay
                ? $"电脑上是{BeijingTime.DayOf(now).Chinese()}，比健康通行卡启用的{BeijingTime.DayOf(FirstDay).Chinese()}还早。"
                : BeijingTime.DayOf(now) < BeijingTime.DayOf(latest)
                    ? $"电脑上是{BeijingTime.DayOf(now).Chinese()}，可是系统里已经有{BeijingTime.DayOf(latest).Chinese()}的记录。"
                    : null;
        }
    }

    /// <summary>Converts a time to Beijing time.</summary>
    public static DateTimeOffset AtOffice(DateTimeOffset moment) => BeijingTime.At(moment);

    /// <summary>Midnight, Beijing time, at the start of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => BeijingTime.StartOf(day);

    /// <summary>Records a time known to have passed; a clock on an earlier day is then reported as wrong.</summary>
    public void Observe(DateTimeOffset moment) => Interlocked.Exchange(ref _latest, Math.Max(Interlocked.Read(ref _latest), moment.UtcTicks));

    /// <summary>核对 — an administrator has checked the clock: forgets later times observed before.</summary>
    public void Confirm() => Interlocked.Exchange(ref _latest, Now.UtcTicks);

    /// <summary>Prevents issuing cards while the clock is wrong.</summary>
    /// <exception cref="RuleBrokenException">The clock is wrong.</exception>
    public void RequireRight() => PassRules.ClockIsRight.Require(ClockError is null, ClockError);
}
