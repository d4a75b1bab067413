using System.Reflection;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Shared;

/// <summary>填的不丢 — if the disk is full or the database is locked, shows the form again with the posted values and an error message.</summary>
public sealed partial class DatabaseErrorPageFilter(ILogger<DatabaseErrorPageFilter> log) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.ExceptionHandled || context.HandlerInstance is not PageModel page || !IsForm(context.HttpContext.Request)
            || DataFaults.SentenceOf(done.Exception) is not { } sentence)
        {
            return;
        }

        LogFault(done.Exception!);
        page.ModelState.AddModelError("", sentence + "刚才那一步没有存下，填的内容还在这一页上。");
        TakeBackSuccess(page);
        // If rendering the page fails as well, the middleware in DataFaultPages answers with a static page with this sentence.
        context.HttpContext.Items[DataFaultPages.MessageItemKey] = sentence;
        done.ExceptionHandled = true;
        done.Result = new PageResult { StatusCode = StatusCodes.Status503ServiceUnavailable };
    }

    /// <summary>Not requests by scripts, which do not accept HTML.</summary>
    private static bool IsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && (request.Headers.Accept.Count == 0 || request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal));

    /// <summary>Clears TempData: the handler may have set a success message such as 已保存 before the save failed.</summary>
    private static void TakeBackSuccess(PageModel page)
    {
        foreach (var message in page.GetType().GetProperties().Where(property => property.GetCustomAttribute<TempDataAttribute>() is not null && property.CanWrite))
        {
            message.SetValue(page, null);
        }

        page.TempData.Clear();
    }

    [LoggerMessage(LogLevel.Error, "没有存下，表又拿给填的人")]
    private partial void LogFault(Exception fault);
}
