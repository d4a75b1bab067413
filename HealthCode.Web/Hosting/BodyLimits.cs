using Microsoft.AspNetCore.Http.Features;

namespace HealthCode.Web.Hosting;

/// <summary>提交上限 — how much a page takes in at once. Whoever sends more gets a sentence, and nothing of it is kept.</summary>
public static class BodyLimits
{
    private const string Item = "BodyLimits.Megabytes";
    private const int Megabyte = 1024 * 1024;

    /// <summary>Where less is enough than anybody could paste: what one signs in with, and files that are known to be small. A page that says itself how large its file may be gets room to say it, so that nothing typed beside it is lost.</summary>
    private static readonly (string Path, int Megabytes)[] Pages =
    [
        ("/Account", 1),
        ("/Display", 1),
        ("/Reports/Courier", 4),
        ("/Administration/Trust", 16),
    ];

    public static void UseBodyLimits(this WebApplication app) => app.Use(async (context, next) =>
    {
        var megabytes = Of(context.Request.Path);
        // The page that says so is reached with the same body.
        if (Passed(context) is null && context.Request.ContentLength > (long)megabytes * Megabyte)
        {
            await RefuseAsync(context, megabytes);
            return;
        }

        // What does not say its length is cut off where it becomes too long.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = (long)megabytes * Megabyte;
        }

        await next(context);
    });

    /// <summary>The limit that was passed, in megabytes; null when none was.</summary>
    public static int? Passed(HttpContext context) => context.Items[Item] as int?;

    /// <summary>The limit of an address, in megabytes.</summary>
    public static int Of(PathString path)
    {
        foreach (var (page, megabytes) in Pages)
        {
            if (path.StartsWithSegments(page))
            {
                return megabytes;
            }
        }

        return HostingSetUp.LargestRequest / Megabyte;
    }

    private static async Task RefuseAsync(HttpContext context, int megabytes)
    {
        if (context.Request.ContentLength <= HostingSetUp.LargestRequest)
        {
            // A browser shows the answer only when it could send to the end.
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        context.Items[Item] = megabytes;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
