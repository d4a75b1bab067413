using System.Security.Claims;
using HealthCode.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Security;

/// <summary>账户现在的印记 — changes with password, roles, authenticator and 停用; a cookie with another stamp is rejected.</summary>
/// <param name="SessionId">Id of the only valid session.</param>
/// <param name="Stamp">The security stamp.</param>
public sealed record CurrentStamp(string? SessionId, string? Stamp)
{
    /// <summary>Type of the cookie claim that holds the stamp.</summary>
    public static string ClaimType { get; } = new ClaimsIdentityOptions().SecurityStampClaimType;

    // Compiled once, because every request runs it.
    private static readonly CompiledQuery<Func<OfficeDb, string?, Task<CurrentStamp?>>> ById = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, string? userId) => db.Users.Where(user => user.Id == userId && !user.IsDisabled)
            .Select(user => new CurrentStamp(user.SessionId, user.SecurityStamp)).SingleOrDefault()));

    /// <summary>Reads the current values by user id; null for an unknown or disabled user.</summary>
    public static Task<CurrentStamp?> OfAsync(PrincipalContext<CookieAuthenticationOptions> context, string? userId)
    {
        var db = context.HttpContext.RequestServices.GetRequiredService<OfficeDb>();
        return ById.For(db)(db, userId);
    }

    /// <summary>Adds the stamp also to the cookie between password and code (two-factor).</summary>
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
