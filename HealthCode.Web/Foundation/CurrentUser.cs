using System.Globalization;
using System.Security.Claims;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;

namespace HealthCode.Web.Foundation;

/// <summary>The current user and the offices he may access. In a request, the signed-in user; without one, no office is accessible.</summary>
public class CurrentUser(IHttpContextAccessor? request)
{
    /// <summary>The signed-in staff member, or null.</summary>
    public virtual StaffMember? Staff => User is { Identity.IsAuthenticated: true } user
        ? new(user.Identity.Name ?? "", user.FindFirstValue(OfficeClaims.StaffName) ?? "")
        : null;

    /// <summary>Prefix of all office codes the user may access; empty means all offices, null none.</summary>
    public virtual string? Scope => User?.FindFirstValue(OfficeClaims.Scope) is { Length: >= 2 } scope ? scope : null;

    /// <summary>The single office he works for; null for a township official, who works for several.</summary>
    public string? OfficeCode => Scope is { Length: 12 } code ? code : null;

    /// <summary>The same prefix for queries, never null: "-" matches no office code.</summary>
    public string ScopePrefix => Scope ?? "-";

    /// <summary>Code of the user's office or of a township or county above it, padded with zeros to 12 digits.</summary>
    public string UnitCode => (Scope ?? "").PadRight(12, '0');

    /// <summary>Id of the guard's checkpoint; null for all other users.</summary>
    public long? CheckpointId => long.TryParse(User?.FindFirstValue(OfficeClaims.Checkpoint), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public virtual AuditActor Actor => new(Staff, Scope, request?.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "");

    /// <summary>Whether the user may access an office.</summary>
    public bool Reaches(string officeCode) => officeCode.StartsWith(ScopePrefix, StringComparison.Ordinal);

    private ClaimsPrincipal? User => request?.HttpContext?.User;
}
