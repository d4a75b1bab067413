using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Outreach;

/// <summary>一次上门 — chosen residents whom one grid worker visits with a list and half-filled forms; what came of it is keyed back.</summary>
public sealed class OutreachRound
{
    /// <summary>Residents of one round: what one person walks in a few days.</summary>
    public const int Most = 100;

    private OutreachRound(string officeCode, int number, OutreachKind kind, DateOnly startsOn, DateTimeOffset createdAt)
    {
        (OfficeCode, Number, Kind, StartsOn, CreatedAt) = (officeCode, number, kind, startsOn, createdAt);
        (Worker, CreatedBy) = (null!, null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>第几次, from 1 in the office.</summary>
    public int Number { get; private set; }

    /// <summary>排查帮办 or 到期续办.</summary>
    public OutreachKind Kind { get; private set; }

    /// <summary>谁去: the grid worker who walks, and has names, addresses and telephones in full on his list.</summary>
    public GridWorker Worker { get; private set; }

    /// <summary>The first day of the walk.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Who made the list.</summary>
    public StaffMember CreatedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was closed; null while results may come.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Results may still come.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>排一次上门.</summary>
    /// <param name="office">The office.</param>
    /// <param name="number">Its next number.</param>
    /// <param name="kind">What for.</param>
    /// <param name="worker">Who walks.</param>
    /// <param name="startsOn">From which day.</param>
    /// <param name="residents">Whom to visit.</param>
    /// <param name="listed">Who of them is on an open round already, and on which.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="now">When.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">Nobody chosen, or too many; no grid worker; in the past; somebody is on an open round already.</exception>
    public static OutreachRound Plan(
        Office office, int number, OutreachKind kind, GridWorker? worker, DateOnly startsOn, IReadOnlyList<Resident> residents, IReadOnlyDictionary<long, int> listed, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        var twice = residents.FirstOrDefault(resident => listed.ContainsKey(resident.Id));
        RuleBrokenException.ThrowIfAny(
        [
            .. If(residents.Count == 0, OutreachRules.HasPeople.Broken(field: OutreachField.Residents)),
            .. If(residents.Count > Most, OutreachRules.OneWalk.Broken($"{Most} 人。", OutreachField.Residents)),
            .. If(worker is null, OutreachRules.HasWorker.Broken(field: OutreachField.Worker)),
            .. If(startsOn < today, OutreachRules.StartsAhead.Broken(field: OutreachField.StartsOn)),
            .. If(twice is not null, OutreachRules.OnOneRound.Broken(twice is null ? null : $"{twice.Person.Name.Value}在第 {listed[twice.Id]} 次。", OutreachField.Residents)),
        ]);

        return new(office.Code, number, kind, startsOn, now) { Worker = worker!, CreatedBy = by };
    }

    /// <summary>结束 — who was not met stays to be visited and may stand on the next round.</summary>
    /// <exception cref="RuleBrokenException">Closed already.</exception>
    public void Close(DateTimeOffset now)
    {
        OutreachRules.StillOpen.Require(IsOpen);

        ClosedAt = now;
    }

    private static Breach[] If(bool broken, Breach breach) => broken ? [breach] : [];
}
