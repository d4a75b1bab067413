using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HealthCode.Web.Security;

/// <summary>Adds the policies of <see cref="Policies"/> to every page.</summary>
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
