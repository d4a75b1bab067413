using System.Globalization;
using System.Security.Claims;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;

namespace HealthCode.Web.Foundation;

/// <summary>Who works, and which offices are within his reach. In a request, whoever has signed in; without a sign-in nothing is within reach.</summary>
public class CurrentUser(IHttpContextAccessor? request)
{
    /// <summary>The signed-in member of staff, or null.</summary>
    public virtual StaffMember? Staff => User is { Identity.IsAuthenticated: true } user
        ? new(user.Identity.Name ?? "", user.FindFirstValue(OfficeClaims.StaffName) ?? "")
        : null;

    /// <summary>The digits that every office code within reach begins with; empty reaches everything, null nothing.</summary>
    public virtual string? Scope => User?.FindFirstValue(OfficeClaims.Scope) is { Length: >= 2 } scope ? scope : null;

    /// <summary>The one office he works for; null for a township official, who works for several.</summary>
    public string? OfficeCode => Scope is { Length: 12 } code ? code : null;

    /// <summary>What every office code within reach begins with, for queries; no code begins with "-".</summary>
    public string ScopePrefix => Scope ?? "-";

    /// <summary>The code of the unit he works for: an office, or a township or county above it, filled up with zeros.</summary>
    public string UnitCode => (Scope ?? "").PadRight(12, '0');

    /// <summary>The checkpoint a guard stands at; null for everybody else.</summary>
    public long? CheckpointId => long.TryParse(User?.FindFirstValue(OfficeClaims.Checkpoint), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public virtual AuditActor Actor => new(Staff, Scope, request?.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "");

    /// <summary>Whether an office is within reach.</summary>
    public bool Reaches(string officeCode) => officeCode.StartsWith(ScopePrefix, StringComparison.Ordinal);

    private ClaimsPrincipal? User => request?.HttpContext?.User;
}
