using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Venues;

/// <summary>值守表 — who guides at a venue's door, from which day to which, in which hours (冀防领办〔2020〕169号 二(二): 设立专人指导).</summary>
public sealed class DoorDuty
{
    /// <summary>Maximum length of a name in characters.</summary>
    public const int LongestName = 30;

    private DoorDuty(string officeCode, long venueId, string name, DateOnly firstDay, DateOnly lastDay, TimeOnly from, TimeOnly to)
    {
        (OfficeCode, VenueId, Name, FirstDay, LastDay, From, To) = (officeCode, venueId, name, firstDay, lastDay, from, to);
        EnteredBy = null!;
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The venue.</summary>
    public long VenueId { get; private set; }

    /// <summary>谁.</summary>
    public string Name { get; private set; }

    /// <summary>从哪天.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>到哪天, included.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>几点起.</summary>
    public TimeOnly From { get; private set; }

    /// <summary>到几点; earlier than <see cref="From"/> when the watch goes past midnight.</summary>
    public TimeOnly To { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember EnteredBy { get; private set; }

    /// <summary>排班.</summary>
    /// <param name="venue">The venue.</param>
    /// <param name="name">谁.</param>
    /// <param name="firstDay">从哪天.</param>
    /// <param name="lastDay">到哪天; null is the same day.</param>
    /// <param name="from">几点起.</param>
    /// <param name="to">到几点.</param>
    /// <param name="others">What is on the venue's table already.</param>
    /// <param name="by">登记人.</param>
    /// <exception cref="RuleBrokenException">See <see cref="DutyRules.Validate"/>.</exception>
    public static DoorDuty Assign(Venue venue, string name, DateOnly? firstDay, DateOnly? lastDay, TimeOnly? from, TimeOnly? to, IReadOnlyList<DoorDuty> others, StaffMember by)
    {
        RuleBrokenException.ThrowIfAny(DutyRules.Validate(venue, name, firstDay, lastDay, from, to, others));

        return new(venue.OfficeCode, venue.Id, name, firstDay!.Value, lastDay ?? firstDay.Value, from!.Value, to!.Value) { EnteredBy = by };
    }

    /// <summary>Whether somebody stands there on a day.</summary>
    public bool Covers(DateOnly day) => FirstDay <= day && day <= LastDay;
}
