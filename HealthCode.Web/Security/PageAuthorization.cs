using Microsoft.AspNetCore.Authorization;

namespace HealthCode.Web.Security;

/// <summary>What the signed-in user may open, by the table of <see cref="Policies.All"/>: for menus, links and buttons.</summary>
public sealed class PageAuthorization(IAuthorizationService authorization, IHttpContextAccessor request)
{
    /// <summary>Whether a page opens for him.</summary>
    /// <param name="page">From the root, e.g. <c>/Passes/Revoke</c>.</param>
    public Task<bool> OpensAsync(string page) => AllowAsync(Policies.Of(page));

    /// <summary>Whether he has what a policy asks for.</summary>
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
