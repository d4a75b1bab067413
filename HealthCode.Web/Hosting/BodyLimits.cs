using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace HealthCode.Web.Hosting;

/// <summary>提交上限 — how much a page takes in at once. Whoever sends more gets a sentence, and nothing of it is kept.</summary>
public static class BodyLimits
{
    /// <summary>From somebody who is not signed in: a name, a password, a form of ours.</summary>
    public const int SignedOut = 64 * Kilobyte;

    /// <summary>A typed form whose sign-in has run out.</summary>
    public const int LateForm = 512 * Kilobyte;

    private const string Item = "BodyLimits.Passed";
    private const int Kilobyte = 1024;
    private const int Megabyte = 1024 * Kilobyte;
    private const int LargeAtOnce = 3;

    /// <summary>Where less is enough than anybody could paste: what one signs in with, and files that are known to be small. A page that says itself how large its file may be gets room to say it, so that nothing typed beside it is lost.</summary>
    private static readonly (string Path, int Megabytes)[] Pages =
    [
        ("/Account", 1),
        ("/Display", 1),
        ("/Reports/Courier", 4),
        ("/Administration/Trust", 16),
    ];

    /// <summary>Call when it is known who is signed in.</summary>
    /// <param name="app">The program.</param>
    /// <param name="signedOut">How much may come from somebody who is not signed in, in bytes, where that is not <see cref="SignedOut"/>; else null.</param>
    public static void UseBodyLimits(this IApplicationBuilder app, Func<HttpContext, ValueTask<int?>> signedOut)
    {
        // A form is held in memory while its request is worked on: who comes with another large one waits, his browser with it.
        var (large, late) = (new SemaphoreSlim(LargeAtOnce), new SemaphoreSlim(LargeAtOnce));
        app.Use(async (context, next) =>
        {
            // The page that says that it was too much is reached with the same body.
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

            // What does not say its length is cut off where it becomes too long.
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            {
                body.MaxRequestBodySize = limit;
            }

            if ((context.Request.ContentLength ?? limit) <= (known ? Megabyte : SignedOut))
            {
                await next(context);
                return;
            }

            // Strangers' forms and the desks' do not wait for each other.
            await InTurnAsync(known ? large : late, () => next(context), context.RequestAborted);
        });
    }

    /// <summary>The limit that was passed, as a reader reads it; null when none was.</summary>
    public static string? Passed(HttpContext context) => context.Items[Item] as string;

    /// <summary>The limit of an address for who is signed in, in bytes.</summary>
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
            // A browser shows the answer only when it could send to the end; of what it sends nothing is held.
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        // The page that says so looks for a form in it otherwise, and stumbles over a file that was not read.
        context.Request.Form = FormCollection.Empty;
        context.Items[Item] = limit < Megabyte
            ? string.Create(CultureInfo.InvariantCulture, $"{limit / Kilobyte} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{limit / Megabyte} MB");
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
