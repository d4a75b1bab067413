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
/// <param name="HasPendingPost">Whether a form is kept for the user (<see cref="Data.Entities.PendingPost"/>): known from the one statement of every request, so that a post needs no other to learn it.</param>
public sealed record CurrentStamp(string? SessionId, string? Stamp, bool HasPendingPost)
{
    /// <summary>Type of the cookie claim that holds the stamp.</summary>
    public static string ClaimType { get; } = new ClaimsIdentityOptions().SecurityStampClaimType;

    // Compiled once, because every request runs it.
    private static readonly CompiledQuery<Func<OfficeDb, string?, Task<CurrentStamp?>>> ById = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, string? userId) => db.Users.Where(user => user.Id == userId && !user.IsDisabled)
            .Select(user => new CurrentStamp(user.SessionId, user.SecurityStamp, db.PendingPosts.Any(form => form.UserId == user.Id))).SingleOrDefault()));

    /// <summary>Reads the current values by user id; null for an unknown or disabled user.</summary>
    public static async Task<CurrentStamp?> OfAsync(PrincipalContext<CookieAuthenticationOptions> context, string? userId)
    {
        var db = context.HttpContext.RequestServices.GetRequiredService<OfficeDb>();
        var current = await ById.For(db)(db, userId);
        context.HttpContext.Items[typeof(CurrentStamp)] = current;
        return current;
    }

    /// <summary>What was read for this request; null if nobody is signed in.</summary>
    public static CurrentStamp? Of(HttpContext context) => context.Items[typeof(CurrentStamp)] as CurrentStamp;

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
