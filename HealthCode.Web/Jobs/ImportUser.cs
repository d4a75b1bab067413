using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Jobs;

/// <summary>The user on whose behalf an import runs in the background: same scope, and his name in the audit.</summary>
internal sealed class ImportUser(AuditActor by) : CurrentUser(null)
{
    public override StaffMember? Staff => by.Staff;

    public override string? Scope => by.OfficeCode;

    public override AuditActor Actor => by;
}
