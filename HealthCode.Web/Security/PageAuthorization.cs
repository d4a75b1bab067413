using Microsoft.AspNetCore.Authorization;

namespace HealthCode.Web.Security;

/// <summary>Checks what the signed-in user may open, by <see cref="Policies.All"/>; for menus, links and buttons.</summary>
public sealed class PageAuthorization(IAuthorizationService authorization, IHttpContextAccessor request)
{
    /// <summary>Whether the user may open a page.</summary>
    /// <param name="page">Path, e.g. <c>/Passes/Revoke</c>.</param>
    public Task<bool> OpensAsync(string page) => AllowAsync(Policies.Of(page));

    /// <summary>Whether the user fulfils a policy.</summary>
    public Task<bool> AllowsAsync(string policy) => AllowAsync([policy]);

    private async Task<bool> AllowAsync(IReadOnlyList<string> policies)
    {
        var user = request.HttpContext!.User;
        foreach (var policy in policies)
        {
            if (!(await authorization.AuthorizeAsync(user, policy)).Succeeded)
            {
                return false;
            }
        }

        return true;
    }
}
