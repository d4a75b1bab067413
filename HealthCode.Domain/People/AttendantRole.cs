namespace HealthCode.Domain.People;

/// <summary>陪办身份.</summary>
public enum AttendantRole
{
    /// <summary>监护人.</summary>
    Guardian = 1,

    /// <summary>代填人.</summary>
    Scribe = 2,
}
