using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>报送时限 — daily report: evening to the group leader, next morning to the office (DECISIONS.md D26). One row per server.</summary>
public sealed class ReportDeadlines
{
    private ReportDeadlines()
    {
    }

    /// <summary>The defaults: 22:00 and 08:00.</summary>
    public static ReportDeadlines Usual => new();

    /// <summary>Key in the database, always 1.</summary>
    public int Id { get; private set; } = 1;

    /// <summary>报组长: deadline of the report on the same day.</summary>
    public TimeOnly Group { get; private set; } = new(22, 0);

    /// <summary>报办公室: deadline of the report on the day before.</summary>
    public TimeOnly Office { get; private set; } = new(8, 0);

    /// <summary>下班时间: time of the daytime backup.</summary>
    public TimeOnly Closing { get; private set; } = new(17, 30);

    /// <summary>Time at which the report for a deadline is generated: one hour before, to leave time to read and send it.</summary>
    public static TimeOnly GenerationTimeFor(TimeOnly deadline) => deadline.AddHours(-1);

    /// <summary>改时限.</summary>
    /// <exception cref="RuleBrokenException">A deadline before 01:00.</exception>
    public void Set(TimeOnly group, TimeOnly office)
    {
        OfficeRules.DeadlineLeavesAnHour.Require(group.Hour > 0 && office.Hour > 0);

        (Group, Office) = (group, office);
    }

    /// <summary>改下班时间.</summary>
    /// <exception cref="RuleBrokenException">Not between 06:00 and 22:59.</exception>
    public void CloseAt(TimeOnly closing)
    {
        OfficeRules.ClosesByDay.Require(closing.Hour is >= 6 and < 23);

        Closing = closing;
    }
}
