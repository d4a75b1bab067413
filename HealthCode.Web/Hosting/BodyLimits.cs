using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace HealthCode.Web.Hosting;

/// <summary>提交上限 — limits the size of request bodies; a larger one gets 413 with an explanation, and nothing of it is stored.</summary>
public static class BodyLimits
{
    /// <summary>For requests of users who are not signed in: user name, password, small forms.</summary>
    public const int SignedOut = 64 * Kilobyte;

    /// <summary>For a form posted after its session has expired.</summary>
    public const int LateForm = 512 * Kilobyte;

    private const string Item = "BodyLimits.Passed";
    private const int Kilobyte = 1024;
    private const int Megabyte = 1024 * Kilobyte;
    private const int LargeAtOnce = 3;

    /// <summary>Paths with a limit below the default: sign-in data, and uploads known to be small. Pages that check the size of their file themselves
    /// keep the default, so that their own message can redisplay the other fields.</summary>
    private static readonly (string Path, int Megabytes)[] Pages =
    [
        ("/Account", 1),
        ("/Display", 1),
        ("/Reports/Courier", 4),
        ("/Administration/Trust", 16),
    ];

    /// <summary>Call after authentication.</summary>
    /// <param name="app">The application.</param>
    /// <param name="signedOut">Limit in bytes for a request that is not signed in; null for <see cref="SignedOut"/>.</param>
    public static void UseBodyLimits(this IApplicationBuilder app, Func<HttpContext, ValueTask<int?>> signedOut)
    {
        // A form is buffered in memory during its request, so only a few large ones run at once; the others wait.
        var (large, late) = (new SemaphoreSlim(LargeAtOnce), new SemaphoreSlim(LargeAtOnce));
        app.Use(async (context, next) =>
        {
            // The error page is re-executed with the same body.
            if (!HasBody(context) || Passed(context) is not null)
            {
                await next(context);
                return;
            }

            var known = context.User.Identity is { IsAuthenticated: true };
            var limit = known ? Of(context.Request.Path) : await signedOut(context) ?? SignedOut;
            if (context.Request.ContentLength > limit)
            {
                await RefuseAsync(context, limit);
                return;
            }

            // A body without Content-Length is cut off by Kestrel at the limit.
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            {
                body.MaxRequestBodySize = limit;
            }

            if ((context.Request.ContentLength ?? limit) <= (known ? Megabyte : SignedOut))
            {
                await next(context);
                return;
            }

            // Anonymous and signed-in requests wait in separate queues.
            await InTurnAsync(known ? large : late, () => next(context), context.RequestAborted);
        });
    }

    /// <summary>The exceeded limit as text, e.g. "64 KB"; null if none was exceeded.</summary>
    public static string? Passed(HttpContext context) => context.Items[Item] as string;

    /// <summary>The limit of a path for signed-in users, in bytes.</summary>
    public static int Of(PathString path)
    {
        foreach (var (page, megabytes) in Pages)
        {
            if (path.StartsWithSegments(page))
            {
                return megabytes * Megabyte;
            }
        }

        return HostingSetUp.LargestRequest;
    }

    private static bool HasBody(HttpContext context) =>
        context.Request.ContentLength > 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true };

    private static async Task InTurnAsync(SemaphoreSlim turn, Func<Task> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task RefuseAsync(HttpContext context, int limit)
    {
        if (context.Request.ContentLength <= HostingSetUp.LargestRequest)
        {
            // A browser shows the response only after it has sent the whole body, so read and discard it.
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        // Otherwise the error page would try to parse the form, and fail because the body was not read.
        context.Request.Form = FormCollection.Empty;
        context.Items[Item] = limit < Megabyte
            ? string.Create(CultureInfo.InvariantCulture, $"{limit / Kilobyte} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{limit / Megabyte} MB");
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
