using HealthCode.Web.Security;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>登录过期也不丢 — a form posted after the sign-in has ended is kept as its clerk's draft, and opened again after signing in.</summary>
public static class DraftRescue
{
    private const string FormAddress = "/Declarations/Create";

    public static void UseDraftRescue(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (context.User.Identity is { IsAuthenticated: true } || !HttpMethods.IsPost(request.Method)
            || !request.Path.Equals(FormAddress, StringComparison.OrdinalIgnoreCase) || !request.HasFormContentType || request.Query.ContainsKey("handler"))
        {
            await next(context);
            return;
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        if (context.RequestServices.GetRequiredService<DraftTicket>().Read(form["ticket"]) is not var (userName, officeCode))
        {
            await next(context);
            return;
        }

        await context.RequestServices.GetRequiredService<DraftBox>().Keep(form, userName, officeCode);
        var back = $"{FormAddress}?draft={Uri.EscapeDataString(form["Input.FormKey"].ToString())}";
        context.Response.Redirect(SessionCheck.SignInAddress(context, back));
    });
}
