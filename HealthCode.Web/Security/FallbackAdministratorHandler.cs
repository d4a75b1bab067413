using Microsoft.AspNetCore.Authorization;

namespace HealthCode.Web.Security;

/// <summary>An office of one person is not locked out: its system administrator stands in for the 安全管理员 and the 审计管理员 until there is one.</summary>
public sealed class FallbackAdministratorHandler(AdministratorRoles administratorRoles) : AuthorizationHandler<FallbackAdministratorRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, FallbackAdministratorRequirement requirement)
    {
        if (requirement.Roles.Any(context.User.IsInRole)
            || (context.User.IsInRole(Roles.SystemAdministrator) && !await AnybodyAsync(requirement.Roles)))
        {
            context.Succeed(requirement);
        }
    }

    private async Task<bool> AnybodyAsync(IReadOnlyList<string> roles)
    {
        foreach (var role in roles)
        {
            if (await administratorRoles.HasAsync(role))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>代管 — one of the roles; or the system administrator, for as long as nobody else could.</summary>
public sealed class FallbackAdministratorRequirement(IReadOnlyList<string> roles) : IAuthorizationRequirement
{
    public IReadOnlyList<string> Roles { get; } = roles;
}
