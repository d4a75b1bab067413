using HealthCode.Domain.Offices;

namespace HealthCode.Domain.Auditing;

/// <summary>操作人 — who performed an audited action, and from which PC. During set-up and sign-in no user is signed in.</summary>
/// <param name="Staff">The signed-in staff member, or null.</param>
/// <param name="OfficeCode">Code of the office the action belongs to, or null.</param>
/// <param name="Workstation">IP address of the PC.</param>
/// <param name="OnBehalfOf">代谁办理: role of who acts for the resident (监护人, 代填人, 代领人), never a name; empty if the resident came in person.</param>
public sealed record AuditActor(StaffMember? Staff, string? OfficeCode, string Workstation, string OnBehalfOf = "");
