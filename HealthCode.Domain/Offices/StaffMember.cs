namespace HealthCode.Domain.Offices;

/// <summary>经办人 — who did it: the sign-in name, and the name that stands on paper.</summary>
/// <param name="UserName">Sign-in name.</param>
/// <param name="Name">Real name.</param>
public sealed record StaffMember(string UserName, string Name);
