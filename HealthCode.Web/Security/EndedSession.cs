using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HealthCode.Web.Security;

/// <summary>过期的登录 — reads whose expired session a request belongs to; the encrypted cookie cannot be forged.</summary>
public static class EndedSession
{
    private static readonly TimeSpan LatestReturn = TimeSpan.FromDays(1);

    /// <summary>The user of the session; null without a valid cookie, or if it expired more than a day ago.</summary>
    public static ClaimsPrincipal? Of(HttpContext context)
    {
        var services = context.RequestServices;
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ended = cookie.TicketDataFormat.Unprotect(cookie.CookieManager.GetRequestCookie(context, cookie.Cookie.Name!));
        return ended?.Properties.ExpiresUtc >= services.GetRequiredService<TimeProvider>().GetUtcNow() - LatestReturn ? ended.Principal : null;
    }
}
