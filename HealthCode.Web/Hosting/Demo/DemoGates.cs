using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例关口 — two weeks of sample data for two checkpoints: passages per hour, and a few incidents.</summary>
internal static class DemoGates
{
    private const int Days = 14;
    private const int FirstHour = 7;
    private const int LastHour = 18;

    private static readonly (int Day, int Hour, CheckOutcome Outcome, GateFinding Finding, string Handling, string ReportedTo)[] Incidents =
    [
        (12, 9, CheckOutcome.Expired, new() { FoundNormal = true }, "请到村委会续办", ""),
        (9, 8, CheckOutcome.NotOurs, new() { FoundNormal = true }, "按外来人员登记劝返", "样例镇防疫办"),
        (7, 15, CheckOutcome.Valid, new() { FoundNormal = false, Temperature = BodyTemperature.Restore(37.9m) }, "劝返并通知村医", "样例镇防疫办"),
        (4, 10, CheckOutcome.Revoked, new() { FoundNormal = true }, "收回卡片，联系村委会", "样例村委会"),
        (1, 17, CheckOutcome.Valid, new() { FoundNormal = true, Official = HealthCodeResult.Notice }, "核对后放行", ""),
    ];

    /// <summary>Adds the sample data; call inside a transaction, after the checkpoints are saved and have their ids.</summary>
    public static void Fill(OfficeDb db, IReadOnlyList<Checkpoint> gates, StaffMember guard, OfficeClock clock)
    {
        foreach (var (gate, place) in gates.Select((gate, place) => (gate, place)))
        {
            for (var hours = Days * 24; hours > 0; hours--)
            {
                var at = clock.Now.AddHours(-hours);
                if (at.Hour is >= FirstHour and <= LastHour)
                {
                    db.GateTallies.Add(Hour(gate, at, People(at, place)));
                }
            }
        }

        foreach (var (daysAgo, hour, outcome, finding, handling, reportedTo) in Incidents)
        {
            var at = OfficeClock.StartOf(clock.Today.AddDays(-daysAgo)).AddHours(hour);
            var incident = GateIncident.Note(gates[0], new(outcome, null, null, ""), finding, handling, guard, at, BeijingTime.DayOf(at));
            if (reportedTo.Length > 0)
            {
                incident.Report(reportedTo, at.AddMinutes(6));
            }

            db.GateIncidents.Add(incident);
        }
    }

    /// <summary>Most come in the morning; every third day of the month is market day.</summary>
    private static int People(DateTimeOffset at, int place) => (((at.Hour * 7) + (at.Day * 5)) % 9) + (at.Hour is 8 or 9 ? 14 : 3) + (at.Day % 3 == 0 ? 8 : 0) - (place * 2);

    private static GateTally Hour(Checkpoint gate, DateTimeOffset at, int people)
    {
        var tally = GateTally.Of(gate, BeijingTime.DayOf(at), at.Hour);
        for (var i = 0; i < people; i++)
        {
            tally.Add();
        }

        return tally;
    }
}
