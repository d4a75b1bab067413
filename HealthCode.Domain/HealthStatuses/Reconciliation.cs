using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>
/// 对账 — whose official result somebody should look at again. It says that something differs and never what the rules give,
/// so that a list of it holds official values only (宁疫指办发〔2020〕71号 三).
/// </summary>
public static class Reconciliation
{
    /// <summary>What stands out about a person; empty when nothing does.</summary>
    /// <param name="person">The record of somebody who is here.</param>
    /// <param name="days">His days with a check-in; may be left out when no ground is noted.</param>
    /// <param name="terms">What the notices say.</param>
    /// <param name="today">Later days are not looked at.</param>
    public static IReadOnlyList<ReconciliationFinding> Of(HealthStatus person, IEnumerable<ReportedDay> days, HealthCodeTerms terms, DateOnly today)
    {
        if (person.LatestOfficial is not { } official)
        {
            return person.KeptSince is null ? [] : [ReconciliationFinding.NoOfficialResult];
        }

        var facts = person.Facts(days);
        var derived = DerivedStatus.Of(terms, facts, today);
        return
        [
            .. derived is not null && derived.Result != official.Result ? [ReconciliationFinding.Differs] : Array.Empty<ReconciliationFinding>(),
            .. person.Grounds.Any(ground => ground.Holds && ground.At > official.SeenAt) || CountIsDoneSince(BeijingTime.DayOf(official.SeenAt))
                ? [ReconciliationFinding.OfficialIsOlder] : Array.Empty<ReconciliationFinding>(),
        ];

        // A value that days were counted towards, or that waited for the cure, has become another.
        bool CountIsDoneSince(DateOnly seenOn) =>
            DerivedStatus.Of(terms, facts, seenOn) is { } then && (then.Count is not null || then.AwaitsCure) && then.Result != derived?.Result;
    }
}

/// <summary>对账差异.</summary>
public enum ReconciliationFinding
{
    /// <summary>不一致.</summary>
    Differs = 1,

    /// <summary>没有官方结果, of somebody whose code the office keeps up.</summary>
    NoOfficialResult = 2,

    /// <summary>官方结果较旧: a ground was noted or a count of days was done after it was seen.</summary>
    OfficialIsOlder = 3,
}
