namespace HealthCode.Domain.Declarations;

/// <summary>居住地 — one place where the applicant lived in the past 14 days; both days inclusive.</summary>
/// <param name="Address">Address as written on the form.</param>
/// <param name="FirstDay">The first day there.</param>
/// <param name="LastDay">The last day there, or null if still living there.</param>
public sealed record ResidenceStay(string Address, DateOnly FirstDay, DateOnly? LastDay)
{
    /// <summary>True if the day is within the stay.</summary>
    public bool Contains(DateOnly day) => FirstDay <= day && (LastDay is null || day <= LastDay);
}
