using System.Globalization;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting.Https;
using Microsoft.AspNetCore.Localization;

namespace HealthCode.Web.Hosting;

/// <summary>What every request passes through.</summary>
public static class PipelineSetUp
{
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

    /// <summary>Leads everybody to the set-up page until it is done.</summary>
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
