using HealthCode.Web.Hosting;
using HealthCode.Web.Security;

namespace HealthCode.Web.Pages;

/// <summary>没登录也能多交的 — the two things that may be large although nobody is signed in: the list of divisions at set-up, and a form whose writer's sign-in has run out while he typed.</summary>
public static class LargerForms
{
    private const string Typed = "application/x-www-form-urlencoded";

    /// <summary>How large it may be, in bytes; null when it is neither.</summary>
    public static async ValueTask<int?> AllowedAsync(HttpContext context) =>
        await SetupImport.IsOneAsync(context) ? HostingSetUp.LargestRequest
        : context.Request.ContentType?.StartsWith(Typed, StringComparison.OrdinalIgnoreCase) == true && EndedSession.Of(context) is not null ? BodyLimits.LateForm
        : null;
}
