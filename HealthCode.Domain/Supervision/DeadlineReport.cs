using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>报了 — somebody has reported for one day of a deadline.</summary>
public sealed class DeadlineReport
{
    private DeadlineReport(string officeCode, long deadlineId, DateOnly day, string reporter, string note, DateTimeOffset at)
    {
        (OfficeCode, DeadlineId, Day, Reporter, Note, At) = (officeCode, deadlineId, day, reporter, note, at);
        By = null!;
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Which deadline.</summary>
    public long DeadlineId { get; private set; }

    /// <summary>Of which day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Who.</summary>
    public string Reporter { get; private set; }

    /// <summary>备注.</summary>
    public string Note { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>When it came.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>记下谁报了; late is written down, too.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="day">Of which day.</param>
    /// <param name="reporter">Who.</param>
    /// <param name="note">Note.</param>
    /// <param name="earlier">What was reported for that day.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Not due on that day, or a day ahead; not one who has to; reported already.</exception>
    public static DeadlineReport Write(Deadline deadline, DateOnly day, string reporter, string note, IReadOnlyCollection<DeadlineReport> earlier, StaffMember by, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. deadline.IsDueOn(day) && (!deadline.IsDaily || day <= BeijingTime.DayOf(now)) ? [] : new[] { DeadlineRules.DueThatDay.Broken(field: DeadlineField.ReportDay) },
            .. deadline.Reporters.Contains(reporter) ? [] : new[] { DeadlineRules.ReporterOnList.Broken(field: DeadlineField.Reporter) },
            .. earlier.Any(each => each.Day == day && each.Reporter == reporter) ? [DeadlineRules.ReportedOnce.Broken($"{reporter}。", DeadlineField.Reporter)] : Array.Empty<Breach>(),
        ]);

        return new(deadline.OfficeCode, deadline.Id, day, reporter, note, now) { By = by };
    }
}

/// <summary>One day of a deadline: who has reported, who has not.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Day">The day.</param>
/// <param name="Reports">What was reported for it.</param>
public sealed record DeadlineDay(Deadline Deadline, DateOnly Day, IReadOnlyList<DeadlineReport> Reports)
{
    /// <summary>When it is due.</summary>
    public DateTimeOffset DueAt => Deadline.DueAt(Day);

    /// <summary>没有报的, in the order of the list.</summary>
    public IReadOnlyList<string> Missing => [.. Deadline.Reporters.Where(reporter => Reports.All(report => report.Reporter != reporter))];

    /// <summary>Everybody has reported.</summary>
    public bool IsComplete => Missing.Count == 0;

    /// <summary>Whether a report came late.</summary>
    public bool IsLate(DeadlineReport report) => report.At > DueAt;

    /// <summary>还有 2 天 3 小时, 已过 5 小时.</summary>
    public string Left(DateTimeOffset now) => TimeLeft.Words(DueAt, now);
}

/// <summary>倒计时.</summary>
public static class TimeLeft
{
    /// <summary>还有 2 天 3 小时, 还有 20 分钟, 已过 5 小时; rounded down, so that neither is overstated.</summary>
    public static string Words(DateTimeOffset due, DateTimeOffset now)
    {
        var (left, word) = due > now ? (due - now, "还有") : (now - due, "已过");
        return left switch
        {
            { TotalDays: >= 1 } => $"{word} {left.Days} 天{(left.Hours > 0 ? $" {left.Hours} 小时" : "")}",
            { TotalHours: >= 1 } => $"{word} {left.Hours} 小时{(left.Minutes > 0 ? $" {left.Minutes} 分钟" : "")}",
            { TotalMinutes: >= 1 } => $"{word} {left.Minutes} 分钟",
            _ => due > now ? "马上到时" : "刚到时",
        };
    }
}
