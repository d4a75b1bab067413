namespace HealthCode.Domain.Declarations;

/// <summary>居住地 — one place the applicant lived at in the past 14 days; both days count.</summary>
/// <param name="Address">As written on the form.</param>
/// <param name="FirstDay">The first day there.</param>
/// <param name="LastDay">The last day there, or null when still living there.</param>
public sealed record ResidenceStay(string Address, DateOnly FirstDay, DateOnly? LastDay)
{
    /// <summary>Whether the day lies within the stay.</summary>
    public bool Contains(DateOnly day) => FirstDay <= day && (LastDay is null || day <= LastDay);
}
