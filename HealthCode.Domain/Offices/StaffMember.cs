namespace HealthCode.Domain.Offices;

/// <summary>经办人 — the staff member who acted.</summary>
/// <param name="UserName">Sign-in name.</param>
/// <param name="Name">Real name, as printed on documents.</param>
public sealed record StaffMember(string UserName, string Name);
