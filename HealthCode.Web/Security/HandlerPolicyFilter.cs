using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HealthCode.Web.Security;

/// <summary>Checks the policies that <see cref="Policies"/> defines for a single page handler, in addition to its page.</summary>
public sealed class HandlerPolicyFilter(PageAuthorization authorization) : IAsyncPageFilter
{
    private const string Async = nameof(Async);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var method = context.HandlerMethod?.MethodInfo.Name ?? "";
        var handler = method.EndsWith(Async, StringComparison.Ordinal) ? method[..^Async.Length] : method;
        foreach (var policy in Policies.Of(context.ActionDescriptor.ViewEnginePath, handler))
        {
            if (!await authorization.AllowsAsync(policy))
            {
                context.Result = new ForbidResult();
                return;
            }
        }

        await next();
    }
}
