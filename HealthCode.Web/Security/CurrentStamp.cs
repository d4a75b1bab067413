using System.Security.Claims;
using HealthCode.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Security;

/// <summary>账户现在的印记 — changes with the password, the roles, the authenticator and 停用; a cookie that carries another one is refused.</summary>
/// <param name="SessionId">Which sign-in counts.</param>
/// <param name="Stamp">The security stamp.</param>
public sealed record CurrentStamp(string? SessionId, string? Stamp)
{
    /// <summary>Where a cookie carries the stamp.</summary>
    public static string ClaimType { get; } = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>As the row of the user has it now, found by its key; null for nobody and for a disabled user.</summary>
    public static async Task<CurrentStamp?> OfAsync(PrincipalContext<CookieAuthenticationOptions> context, string? userId) =>
        await context.HttpContext.RequestServices.GetRequiredService<OfficeDb>().Users.Where(user => user.Id == userId && !user.IsDisabled)
            .Select(user => new CurrentStamp(user.SessionId, user.SecurityStamp)).SingleOrDefaultAsync();

    /// <summary>The cookie between password and code carries the stamp, too.</summary>
    public static void AddTo(CookieAuthenticationOptions cookie)
    {
        cookie.Events.OnSigningIn = async context =>
        {
            if (await OfAsync(context, Name(context)) is { Stamp: { } stamp })
            {
                ((ClaimsIdentity)context.Principal!.Identity!).AddClaim(new(ClaimType, stamp));
            }
        };
        cookie.Events.OnValidatePrincipal = async context =>
        {
            if ((await OfAsync(context, Name(context)))?.Stamp is not { } stamp || stamp != context.Principal!.FindFirstValue(ClaimType))
            {
                context.RejectPrincipal();
            }
        };
    }

    private static string? Name(PrincipalContext<CookieAuthenticationOptions> context) => context.Principal!.FindFirstValue(ClaimTypes.Name);
}
