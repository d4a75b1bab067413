using System.Globalization;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting.Https;
using Microsoft.AspNetCore.Localization;

namespace HealthCode.Web.Hosting;

/// <summary>Middleware that applies to every request.</summary>
public static class PipelineSetUp
{
    /// <summary>Unknown URLs, forged forms and unhandled exceptions each get an error page in Chinese.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/Error");
        app.UseStatusCodePagesWithReExecute("/Status/{0}");
    }

    /// <summary>Parses and formats numbers and dates as zh-CN, whatever the culture of the PC.</summary>
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

    /// <summary>Redirects to the set-up page until an office exists.</summary>
    public static void UseFirstStart(this WebApplication app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path;
        var open = path.StartsWithSegments("/Setup") || path.StartsWithSegments("/healthz") || path.StartsWithSegments("/Status")
            || path.StartsWithSegments("/Error") || path.StartsWithSegments("/Display") || path.StartsWithSegments("/Help")
            || path.StartsWithSegments(HttpsSetUp.CertificatePage);
        if (!open && !await context.RequestServices.GetRequiredService<FirstStart>()
                .IsDoneAsync(context.RequestServices.GetRequiredService<OfficeDb>(), context.RequestAborted))
        {
            context.Response.Redirect(context.Request.PathBase + "/Setup");
            return;
        }

        await next(context);
    });
}
