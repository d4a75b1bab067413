using HealthCode.Web.Hosting;
using HealthCode.Web.Security;

namespace HealthCode.Web.Pages;

/// <summary>没登录也能多交的 — larger requests allowed without a session: the division list at set-up, and a form posted after the session ended.</summary>
public static class LargerForms
{
    private const string FormUrlEncoded = "application/x-www-form-urlencoded";

    /// <summary>Returns the size limit in bytes for such a request; null for all others.</summary>
    public static async ValueTask<int?> SizeLimitAsync(HttpContext context) =>
        await SetupImport.IsOneAsync(context) ? HostingSetUp.LargestRequest
        : context.Request.ContentType?.StartsWith(FormUrlEncoded, StringComparison.OrdinalIgnoreCase) == true && EndedSession.Of(context) is not null ? BodyLimits.LateForm
        : null;
}
