using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HealthCode.Web.Security;

/// <summary>过期的登录 — a sign-in that no longer counts still says whose it was: nobody can write its cookie for himself.</summary>
public static class EndedSession
{
    private static readonly TimeSpan LatestReturn = TimeSpan.FromDays(1);

    /// <summary>Whose it was; null without a cookie of ours, or when it ended more than a day ago.</summary>
    public static ClaimsPrincipal? Of(HttpContext context)
    {
        var services = context.RequestServices;
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ended = cookie.TicketDataFormat.Unprotect(cookie.CookieManager.GetRequestCookie(context, cookie.Cookie.Name!));
        return ended?.Properties.ExpiresUtc >= services.GetRequiredService<TimeProvider>().GetUtcNow() - LatestReturn ? ended.Principal : null;
    }
}
