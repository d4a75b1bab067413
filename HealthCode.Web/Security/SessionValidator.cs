using System.Globalization;
using System.Security.Claims;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HealthCode.Web.Security;

/// <summary>登录是否还算数 — validates the session at every request: 15 minutes idle, 8 hours at most, one session per user, account unchanged,
/// administrators at allowed PCs.</summary>
public static class SessionValidator
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>How long before the end the page shows a warning.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromMinutes(2);

    // Renews the cookie at most this often, so that it is not rewritten for every asset of a page.
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(15);

    public static void AddTo(CookieAuthenticationOptions cookie)
    {
        cookie.ExpireTimeSpan = Idle;
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = ValidateAsync;
        cookie.Events.OnCheckSlidingExpiration = RenewAsync;
        cookie.Events.OnRedirectToLogin = LeadToSignInAsync;
    }

    /// <summary>URL of the sign-in page, with the reason why the session ended.</summary>
    /// <param name="context">The request with the ended session.</param>
    /// <param name="back">Path and query to return to after sign-in.</param>
    public static string SignInAddress(HttpContext context, string back)
    {
        var why = Why(context);
        return $"{context.Request.PathBase}/Account/Login?returnUrl={Uri.EscapeDataString(back)}{(why is null ? "" : $"&why={why}")}";
    }

    private static SignOutReason? Why(HttpContext context) => context.Items[typeof(SignOutReason)] is SignOutReason end ? end
        : context.Request.Cookies.ContainsKey(SecuritySetUp.CookieName) ? SignOutReason.Idle : null;

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (await EndAsync(context) is { } end)
        {
            // The cookie is kept, because it still identifies the user whose form is posted.
            context.RejectPrincipal();
            context.HttpContext.Items[typeof(SignOutReason)] = end;
        }
    }

    private static async Task<SignOutReason?> EndAsync(CookieValidatePrincipalContext context)
    {
        var (services, user) = (context.HttpContext.RequestServices, context.Principal!);
        // One query per request, not cached: changes apply from the next request.
        if (context.Properties.Items.TryGetValue(OfficeSignIn.Session, out var session) is false
            || (session is not null && services.GetRequiredService<UnrecordedSignOuts>().Contains(session))
            || await CurrentStamp.OfAsync(context, user.FindFirstValue(ClaimTypes.NameIdentifier)) is not { SessionId: not null } current
            || current.Stamp != user.FindFirstValue(CurrentStamp.ClaimType))
        {
            return SignOutReason.Changed;
        }

        return current.SessionId != session ? SignOutReason.Elsewhere
            : services.GetRequiredService<OfficeClock>().Now - BeganAt(context.Properties) >= Longest ? SignOutReason.TooLong
            : Roles.Administrators.Any(user.IsInRole)
                && !await services.GetRequiredService<AdministratorPcs>().AllowAsync(context.HttpContext.Connection.RemoteIpAddress) ? SignOutReason.Address
            : null;
    }

    private static DateTimeOffset BeganAt(AuthenticationProperties properties) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(properties.Items[OfficeSignIn.Began]!, CultureInfo.InvariantCulture));

    private static Task RenewAsync(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime >= Renewal && !AsksByItself(context.Request);
        return Task.CompletedTask;
    }

    /// <summary>What a page sends without its user, progress requests and frames of a camera, does not extend the session.</summary>
    private static bool AsksByItself(HttpRequest request) => request.Query["handler"] == "Progress" || request.Query["handler"] == "Frame";

    private static Task LeadToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        // A POST handler URL is not a page to return to.
        var back = request.Path + (request.Query.ContainsKey("handler") && !HttpMethods.IsGet(request.Method) ? default : request.QueryString);
        context.Response.Redirect(SignInAddress(context.HttpContext, back));
        return Task.CompletedTask;
    }
}
