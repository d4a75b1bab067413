using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace HealthCode.Web.Hosting;

/// <summary>看不懂的提交 — rejects requests that no page of this application sends (other HTTP methods, unreadable forms, NUL characters) with 4xx and an
/// explanation instead of a 500.</summary>
public static class OddRequests
{
    private const string Item = "OddRequests.Sentence";
    private const string Nul = "提交的内容里有电脑专用的空字符（NUL），没有收下。请返回上一页，把粘贴进去的那一格清空，用键盘重新打一遍再提交。";
    private const string TooMuch = "提交的格子太多，或者有一格太长，这一次没有收下。请返回上一页，删短或分几次提交。";
    private const string Broken = "提交的内容在路上断了或者乱了，没有收下。请返回上一页，再提交一次；带文件的请重新选文件。";

    /// <summary>Explanation for the error page; null if this request was not rejected here.</summary>
    public static string? Sentence(HttpContext context) => context.Items[Item] as string;

    /// <summary>Add before every middleware that reads the form.</summary>
    public static void UseOddRequests(this WebApplication app) => app.Use(async (context, next) =>
    {
        // The error page is re-executed with the same request.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            await next(context);
            return;
        }

        var method = context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsPost(method))
        {
            context.Response.Headers.Allow = "GET, HEAD, POST";
            Answer(context, StatusCodes.Status405MethodNotAllowed);
            return;
        }

        if (context.Request.Query.Any(pair => HasNul(pair.Key) || pair.Value.Any(HasNul)) || HasNul(context.Request.Path))
        {
            Refuse(context, Nul);
            return;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException cut) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            Answer(context, cut.StatusCode);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException && !context.Response.HasStarted
            && context.Request.HasFormContentType && context.Features.Get<IFormFeature>()?.Form is null)
        {
            context.Response.Clear();
            Refuse(context, SentenceOf(fault));
        }
    });

    /// <summary>Reads the form before other middleware does, which would hide why it cannot be read. Add after authorization.</summary>
    public static void UseReadableForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.HasFormContentType && HttpMethods.IsPost(context.Request.Method)
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (form.Any(field => HasNul(field.Key) || field.Value.Any(HasNul)))
            {
                Refuse(context, Nul);
                return;
            }
        }

        await next(context);
    });

    private static string SentenceOf(Exception fault) =>
        fault.InnerException is InvalidOperationException ? Nul
        : fault.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) ? TooMuch
        : Broken;

    private static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    private static void Refuse(HttpContext context, string sentence)
    {
        context.Items[Item] = sentence;
        Answer(context, StatusCodes.Status400BadRequest);
    }

    /// <summary>Turns the request into a GET without a form, so that the error page does not bind the rejected input.</summary>
    private static void Answer(HttpContext context, int status)
    {
        context.Request.Method = HttpMethods.Get;
        context.Request.ContentType = null;
        context.Response.StatusCode = status;
    }
}
