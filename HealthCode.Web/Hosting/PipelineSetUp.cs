using System.Globalization;
using HealthCode.Web.Data;
using Microsoft.AspNetCore.Localization;

namespace HealthCode.Web.Hosting;

/// <summary>What every request passes through.</summary>
public static class PipelineSetUp
{
    private const string ContentPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /// <summary>A wrong address, a forged form and our own faults each get a page in Chinese.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/Error");
        app.UseStatusCodePagesWithReExecute("/Status/{0}");
    }

    /// <summary>Numbers and dates are read and written the Chinese way, whatever the PC is set to.</summary>
    public static void UseChineseCulture(this WebApplication app)
    {
        var chinese = new CultureInfo("zh-CN");
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(chinese),
            SupportedCultures = [chinese],
            SupportedUICultures = [chinese],
            RequestCultureProviders = [],
        });
    }

    /// <summary>Nothing about a resident stays in a browser's cache (7.3 剩余信息保护); scripts and styles come from this server only.</summary>
    public static void UsePageHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            if (!IsStaticFile(context))
            {
                headers.CacheControl = "no-store";
            }

            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                headers.ContentSecurityPolicy = ContentPolicy;
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Leads everybody to the set-up page until it is done.</summary>
    public static void UseFirstStart(this WebApplication app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path;
        var open = path.StartsWithSegments("/Setup") || path.StartsWithSegments("/healthz") || path.StartsWithSegments("/Status")
            || path.StartsWithSegments("/Error") || path.StartsWithSegments("/Display");
        if (!open && !await context.RequestServices.GetRequiredService<FirstStart>()
                .IsDoneAsync(context.RequestServices.GetRequiredService<OfficeDb>(), context.RequestAborted))
        {
            context.Response.Redirect(context.Request.PathBase + "/Setup");
            return;
        }

        await next(context);
    });

    private static bool IsStaticFile(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/css") || context.Request.Path.StartsWithSegments("/js");
}
