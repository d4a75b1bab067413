using Microsoft.AspNetCore.Authorization;

namespace HealthCode.Web.Security;

/// <summary>代管 — one of the roles; or the system administrator, for as long as nobody else could.</summary>
public sealed class StandInRequirement(IReadOnlyList<string> roles) : IAuthorizationRequirement
{
    public IReadOnlyList<string> Roles { get; } = roles;
}
