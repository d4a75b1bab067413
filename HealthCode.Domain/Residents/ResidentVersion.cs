using HealthCode.Domain.Offices;

namespace HealthCode.Domain.Residents;

/// <summary>居民版本 — what stood in the roster before a change, with the reason of the change.</summary>
public sealed class ResidentVersion
{
    private ResidentVersion(string officeCode, long residentId, int number, string reason, DateTimeOffset at)
    {
        (OfficeCode, ResidentId, Number, Reason, At) = (officeCode, residentId, number, reason, at);
        (Content, By) = (null!, null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Whose.</summary>
    public long ResidentId { get; private set; }

    /// <summary>第几版, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What stood there.</summary>
    public RosterLine Content { get; private set; }

    /// <summary>Identifies the person as he was written then, see <c>Person.Key</c>; stored as a hash.</summary>
    public string PersonKey
    {
        get => Content.Person.Key;
        private set { }
    }

    /// <summary>What the change was, and why.</summary>
    public string Reason { get; private set; }

    /// <summary>Who changed it.</summary>
    public StaffMember By { get; private set; }

    /// <summary>When it was changed.</summary>
    public DateTimeOffset At { get; private set; }

    internal static ResidentVersion Of(Resident resident, string reason, StaffMember by, DateTimeOffset at) =>
        new(resident.OfficeCode, resident.Id, resident.Version, reason, at) { Content = resident.ToLine(), By = by };
}
