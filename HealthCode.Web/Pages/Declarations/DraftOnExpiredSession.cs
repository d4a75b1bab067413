using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Security;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>登录过期也不丢 — saves a declaration posted after the session has ended as a draft of its user, and reopens it after signing in.</summary>
public static class DraftOnExpiredSession
{
    private const string FormAddress = "/Declarations/Create";
    private const string HouseholdAddress = "/Declarations/Household";

    public static void UseDraftOnExpiredSession(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (context.User.Identity is { IsAuthenticated: true } || !HttpMethods.IsPost(request.Method)
            || !IsForm(request.Path) || !request.HasFormContentType || request.Query.ContainsKey("handler"))
        {
            await next(context);
            return;
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        var services = context.RequestServices;
        if (await services.GetRequiredService<DraftToken>().ReadAsync(services.GetRequiredService<OfficeDb>(), form["ticket"], context.RequestAborted) is not var (userName, officeCode)
            || !await TryKeepAsync(services.GetRequiredService<DraftStore>(), form, userName, officeCode))
        {
            await next(context);
            return;
        }

        var back = $"{request.Path}?draft={Uri.EscapeDataString(form["Input.FormKey"].ToString())}";
        context.Response.Redirect(SessionValidator.SignInAddress(context, back));
    });

    private static bool IsForm(PathString path) =>
        path.Equals(FormAddress, StringComparison.OrdinalIgnoreCase) || (path.StartsWithSegments(HouseholdAddress, StringComparison.OrdinalIgnoreCase, out var rest) && rest.HasValue);

    /// <summary>Returns false if no draft could be saved; then PendingPostMiddleware stores the form like any other.</summary>
    private static async Task<bool> TryKeepAsync(DraftStore drafts, IFormCollection form, string userName, string officeCode)
    {
        try
        {
            return await drafts.KeepAsync(form, userName, officeCode);
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }
}
