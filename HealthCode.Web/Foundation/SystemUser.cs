using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;

namespace HealthCode.Web.Foundation;

/// <summary>The user for the program's own work: start-up, jobs, commands. May access every office.</summary>
/// <param name="name">Name of the scope, for debugging.</param>
public sealed class SystemUser(string name) : CurrentUser(null)
{
    /// <summary>Actor of the program in audit records.</summary>
    public static AuditActor Program { get; } = new(null, null, "本机");

    public override StaffMember? Staff => null;

    public override string? Scope => "";

    public override AuditActor Actor => Program;

    public override string ToString() => name;
}
