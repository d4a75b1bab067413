using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;

namespace HealthCode.Web.Foundation;

/// <summary>The program's own work: its start, a job, a command. Every office is within its reach.</summary>
/// <param name="name">Whose scope it is, for whoever debugs it.</param>
public sealed class SystemUser(string name) : CurrentUser(null)
{
    /// <summary>What the audit calls the program.</summary>
    public static AuditActor Program { get; } = new(null, null, "本机");

    public override StaffMember? Staff => null;

    public override string? Scope => "";

    public override AuditActor Actor => Program;

    public override string ToString() => name;
}
