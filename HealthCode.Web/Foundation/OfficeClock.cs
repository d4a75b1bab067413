using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Foundation;

/// <summary>办公时钟 — now and today as the office's wall shows them, Beijing time; and whether the PC's clock can be right.</summary>
public sealed class OfficeClock(TimeProvider time)
{
    private long _latest;

    /// <summary>启用日, the first on which any province could issue a card: a PC whose clock stands before it has an empty battery.</summary>
    public static DateTimeOffset FirstDay => StartOf(RulePacks.FirstPassDay);

    public DateTimeOffset Now => BeijingTime.At(time.GetUtcNow());

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>时间可疑 — what is wrong with the PC's clock, as a sentence; null when nothing is. A few minutes put right within a day harm no card.</summary>
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

    /// <summary>A moment as the office's clock shows it.</summary>
    public static DateTimeOffset AtOffice(DateTimeOffset moment) => BeijingTime.At(moment);

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => BeijingTime.StartOf(day);

    /// <summary>This moment has been: a clock that stands on an earlier day is wrong.</summary>
    public void Observe(DateTimeOffset moment) => Interlocked.Exchange(ref _latest, Math.Max(Interlocked.Read(ref _latest), moment.UtcTicks));

    /// <summary>核对 — somebody has looked: it is now, whatever was written down before.</summary>
    public void Confirm() => Interlocked.Exchange(ref _latest, Now.UtcTicks);

    /// <summary>No card is issued by a clock that is wrong.</summary>
    /// <exception cref="RuleBrokenException">It is.</exception>
    public void RequireRight() => PassRules.ClockIsRight.Require(ClockError is null, ClockError);
}
