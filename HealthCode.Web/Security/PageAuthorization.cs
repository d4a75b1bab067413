using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HealthCode.Web.Security;

/// <summary>What the signed-in user may open, by the table of <see cref="Policies.All"/>: for menus, links and buttons.</summary>
public sealed class PageAuthorization(IAuthorizationService authorization, IHttpContextAccessor request)
{
    /// <summary>Whether a page opens for him.</summary>
    /// <param name="page">From the root, e.g. <c>/Passes/Revoke</c>.</param>
    public Task<bool> OpensAsync(string page) => AllowAsync(Policies.Of(page));

    /// <summary>Whether he has what a policy asks for.</summary>
    public Task<bool> AllowsAsync(string policy) => AllowAsync([policy]);

    private async Task<bool> AllowAsync(IReadOnlyList<string> policies)
    {
        var user = request.HttpContext!.User;
        foreach (var policy in policies)
        {
            if (!(await authorization.AuthorizeAsync(user, policy)).Succeeded)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Gives every page what the table asks for.</summary>
public sealed class PagePolicyConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (Policies.IsAnonymous(model.ViewEnginePath))
        {
            model.EndpointMetadata.Add(new AllowAnonymousAttribute());
            return;
        }

        model.EndpointMetadata.Add(new AuthorizeAttribute());
        foreach (var policy in Policies.Of(model.ViewEnginePath))
        {
            model.EndpointMetadata.Add(new AuthorizeAttribute(policy));
        }
    }
}

/// <summary>Asks for what the table says of a handler besides its page.</summary>
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
