using System.Security.Claims;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace HealthCode.Web.Pages.Account;

/// <summary>登录过期也不丢 — stores a form posted after the session has ended; its user signs in again and submits it with one button.</summary>
public static class PendingPostMiddleware
{
    private static readonly string[] Secrets = ["password", "passphrase", "again"];

    public static void UsePendingPosts(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Request.Path.StartsWithSegments("/Account") || context.Request.Path.StartsWithSegments("/Display"))
        {
            await next(context);
            return;
        }

        var forms = context.RequestServices.GetRequiredService<PendingPostStore>();
        if (context.User.Identity is { IsAuthenticated: true })
        {
            if (CurrentStamp.Of(context) is { HasPendingPost: true })
            {
                await forms.DropAsync(context.User, Address(context.Request), context.RequestAborted);
            }

            await next(context);
            return;
        }

        if (IsTypedForm(context.Request) && await WriterAsync(context) is { } writer)
        {
            var fields = (await context.Request.ReadFormAsync(context.RequestAborted)).Where(field => IsKept(field.Key))
                .SelectMany(field => field.Value.Select(value => new PostedField(field.Key, value ?? ""))).ToList();
            await forms.KeepAsync(writer, Address(context.Request), fields, context.RequestAborted);
            context.Response.Redirect(SessionValidator.SignInAddress(context, PostSignInRedirect.Resume));
            return;
        }

        await next(context);
    });

    // Not requests by scripts, which retry themselves, and no file uploads, which cannot be put back into a page.
    private static bool IsTypedForm(HttpRequest request) =>
        request.HasFormContentType && request.ContentType!.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && request.ContentLength is <= PendingPost.LargestBytes
        && (request.Headers.Accept.Count == 0 || request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the user of the ended session if the antiforgery token of the form is valid for him; otherwise null.</summary>
    private static async Task<ClaimsPrincipal?> WriterAsync(HttpContext context)
    {
        if (EndedSession.Of(context) is not { } writer)
        {
            return null;
        }

        var nobody = context.User;
        context.User = writer;
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context) ? writer : null;
        }
        finally
        {
            context.User = nobody;
        }
    }

    private static bool IsKept(string field) =>
        field != "__RequestVerificationToken" && !Secrets.Any(secret => field.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static string Address(HttpRequest request) => request.Path + request.QueryString;
}
