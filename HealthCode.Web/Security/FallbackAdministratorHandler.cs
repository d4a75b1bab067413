using Microsoft.AspNetCore.Authorization;

namespace HealthCode.Web.Security;

/// <summary>Lets the system administrator act as 安全管理员 and 审计管理员 while nobody has that role, so that a one-person office is not locked out.</summary>
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

/// <summary>代管 — requires one of the roles; the system administrator also passes while no enabled user has any of them.</summary>
public sealed class FallbackAdministratorRequirement(IReadOnlyList<string> roles) : IAuthorizationRequirement
{
    public IReadOnlyList<string> Roles { get; } = roles;
}
