using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>报送时限 — the two levels of the daily report: tonight to the group leader, tomorrow morning to the office (DECISIONS.md D26). One pair for the whole server.</summary>
public sealed class ReportDeadlines
{
    private ReportDeadlines()
    {
    }

    /// <summary>Until the office is told otherwise: 22:00 and 08:00.</summary>
    public static ReportDeadlines Usual => new();

    /// <summary>Key in the database; there is one row.</summary>
    public int Id { get; private set; } = 1;

    /// <summary>报组长: for the day itself.</summary>
    public TimeOnly Group { get; private set; } = new(22, 0);

    /// <summary>报办公室: for the day before.</summary>
    public TimeOnly Office { get; private set; } = new(8, 0);

    /// <summary>下班时间: the day's backup is made then.</summary>
    public TimeOnly Closing { get; private set; } = new(17, 30);

    /// <summary>When a report is drawn up that must be there by then: an hour is left to read it and to send it.</summary>
    public static TimeOnly DrawnUpFor(TimeOnly deadline) => deadline.AddHours(-1);

    /// <summary>改时限.</summary>
    /// <exception cref="RuleBrokenException">So early that the hour before lies in the day before.</exception>
    public void Set(TimeOnly group, TimeOnly office)
    {
        OfficeRules.DeadlineLeavesAnHour.Require(group.Hour > 0 && office.Hour > 0);

        (Group, Office) = (group, office);
    }

    /// <summary>改下班时间.</summary>
    /// <exception cref="RuleBrokenException">In the night.</exception>
    public void CloseAt(TimeOnly closing)
    {
        OfficeRules.ClosesByDay.Require(closing.Hour is >= 6 and < 23);

        Closing = closing;
    }
}
