using HealthCode.Domain.Offices;

namespace HealthCode.Domain.Auditing;

/// <summary>操作人 — who acted, from where; nobody is signed in at set-up and at sign-in.</summary>
/// <param name="Staff">The signed-in member of staff, or null.</param>
/// <param name="OfficeCode">The office he acted for, or null.</param>
/// <param name="Workstation">Network address of the PC.</param>
/// <param name="OnBehalfOf">代谁办理: what somebody who came instead is to the resident (监护人, 代填人, 代领人), never who; empty when he came himself.</param>
public sealed record AuditActor(StaffMember? Staff, string? OfficeCode, string Workstation, string OnBehalfOf = "");
