using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>截止时间 — what has to be reported, by whom, to whom, by when: once, or every day at an hour.</summary>
public sealed class Deadline
{
    /// <summary>Characters of the title, of the notice, of to whom, and of each who reports.</summary>
    public const int LongestLine = 60;

    /// <summary>Who has to report, at most.</summary>
    public const int MostReporters = 40;

    private Deadline(string officeCode, string title, string notice, bool isDaily, DateOnly firstDay, string time, string to, DateTimeOffset at)
    {
        (OfficeCode, Title, Notice, IsDaily, FirstDay, Time, To, At) = (officeCode, title, notice, isDaily, firstDay, time, to, at);
        (Reporters, EndReason, By) = ([], "", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>What is due.</summary>
    public string Title { get; private set; }

    /// <summary>The notice that sets it; empty if the office set it itself.</summary>
    public string Notice { get; private set; }

    /// <summary>Every day.</summary>
    public bool IsDaily { get; private set; }

    /// <summary>The day, or the first day of a daily one.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The time of day, e.g. 22:00.</summary>
    public string Time { get; private set; }

    /// <summary>Who has to report, a line each: a group, a grid worker, an office.</summary>
    public IReadOnlyList<string> Reporters { get; private set; }

    /// <summary>To whom.</summary>
    public string To { get; private set; }

    /// <summary>The last day on which it is due; null while it goes on.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Why it is not due any more.</summary>
    public string EndReason { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>Time of entry.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Not due any more.</summary>
    public bool IsEnded => EndReason.Length > 0;

    /// <summary>登记一个截止时间.</summary>
    /// <param name="office">The office.</param>
    /// <param name="due">What, when, who, to whom.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When. A daily one whose hour is over today begins tomorrow.</param>
    /// <exception cref="RuleBrokenException">No title, nobody who reports, somebody twice; a moment that is over.</exception>
    public static Deadline Set(Office office, DeadlineDue due, StaffMember by, DateTimeOffset now)
    {
        var reporters = due.Reporters;
        RuleBrokenException.ThrowIfAny(
        [
            .. Unless(due.Title.Length > 0, DeadlineRules.HasTitle, DeadlineField.Title),
            .. Unless(due.Day is null || Moment(due.Day.Value, due.Time) > now, DeadlineRules.NotOver, DeadlineField.Day),
            .. Unless(reporters.Count is >= 1 and <= MostReporters, DeadlineRules.ReportersNamed, DeadlineField.Reporters),
            .. Unless(reporters.Distinct().Count() == reporters.Count, DeadlineRules.ReportersOnce, DeadlineField.Reporters),
            .. Unless(due.To.Length > 0, DeadlineRules.ReceiverNamed, DeadlineField.To),
        ]);

        var today = BeijingTime.DayOf(now);
        var first = due.Day ?? (Moment(today, due.Time) > now ? today : today.AddDays(1));
        return new(office.Code, due.Title, due.Notice, due.Day is null, first, due.Time.Typed(), due.To, now) { Reporters = [.. reporters], By = by };
    }

    /// <summary>不用报了: with the reason; what was reported stays. The days before today stay due.</summary>
    /// <exception cref="RuleBrokenException">Ended already; no reason.</exception>
    public void End(string reason, DateOnly today)
    {
        DeadlineRules.StillDue.Require(!IsEnded);
        RuleBrokenException.ThrowIfAny(Unless(reason.Length > 0, DeadlineRules.EndHasReason, DeadlineField.EndReason));

        (LastDay, EndReason) = (today.AddDays(-1), reason);
    }

    /// <summary>Whether it is due on a day.</summary>
    public bool IsDueOn(DateOnly day) => (IsDaily ? day >= FirstDay : day == FirstDay) && (LastDay is null || day <= LastDay);

    /// <summary>The moment at which it is due on a day.</summary>
    public DateTimeOffset DueAt(DateOnly day) => Moment(day, TypedTime.TryParse(Time, out var time) ? time : default);

    private static DateTimeOffset Moment(DateOnly day, TimeOnly time) => BeijingTime.StartOf(day) + time.ToTimeSpan();

    private static Breach[] Unless(bool holds, Rule rule, Field field) => holds ? [] : [rule.Broken(field: field)];
}

/// <summary>What is due.</summary>
/// <param name="Title">What.</param>
/// <param name="Notice">By which notice; empty if of the office's own.</param>
/// <param name="Day">The day; null for every day.</param>
/// <param name="Time">The time.</param>
/// <param name="Reporters">Who has to report.</param>
/// <param name="To">To whom.</param>
public sealed record DeadlineDue(string Title, string Notice, DateOnly? Day, TimeOnly Time, IReadOnlyList<string> Reporters, string To);
