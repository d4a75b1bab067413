using System.Text.Encodings.Web;
using HealthCode.Web.Data;

namespace HealthCode.Web.Hosting;

/// <summary>故障页 — error page for database failures. Plain HTML, because a Razor page would need the database itself.</summary>
public static partial class DataFaultPages
{
    /// <summary>Key in HttpContext.Items of the message of a fault already caught, in case rendering the page with it fails too.</summary>
    public const string MessageItemKey = "DataFault";

    public static void UseDataFaults(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DataFaultPages));
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception fault) when (!context.Response.HasStarted && SentenceOf(context, fault) is not null)
            {
                LogFault(log, fault);
                await ShowAsync(context, SentenceOf(context, fault)!);
            }
        });
    }

    private static string? SentenceOf(HttpContext context, Exception fault) => DataFaults.SentenceOf(fault) ?? context.Items[MessageItemKey] as string;

    private static Task ShowAsync(HttpContext context, string sentence)
    {
        var (response, home) = (context.Response, HtmlEncoder.Default.Encode(context.Request.PathBase + "/"));
        var attempt = Attempt.Of(context);
        response.Clear();
        (response.StatusCode, response.ContentType) = (StatusCodes.Status503ServiceUnavailable, "text/html; charset=utf-8");
        return response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>没有办成 · 健康通行卡办理</title><link rel="stylesheet" href="{home}css/site.css"></head>
            <body class="no-rail"><main id="paper"><header class="lead"><h1>没有办成</h1></header>
            <section class="sheet"><p class="large">{sentence}</p>
            <p>“{attempt}”没有办成：刚才那一步没有存下，以前存下的都在。按浏览器的“后退”可以回到刚才那一页。</p>
            <p><a class="button" href="{home}">回首页</a></p></section></main></body>
            </html>
            """);
    }

    [LoggerMessage(LogLevel.Error, "数据库故障")]
    private static partial void LogFault(ILogger log, Exception fault);
}
