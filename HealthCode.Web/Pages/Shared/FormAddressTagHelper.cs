using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthCode.Web.Pages.Shared;

/// <summary>A form that names no address sends to the page it stands on. Left to itself it would send to the handler of the button pressed before, because that one is in the page's address.</summary>
[HtmlTargetElement("form")]
public sealed class FormAddressTagHelper : TagHelper
{
    private static readonly string[] Named = ["action", "asp-page", "asp-page-handler", "asp-route"];

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    /// <summary>After the framework's own, which adds no antiforgery token to a form that has an address.</summary>
    public override int Order => 0;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var isPost = context.AllAttributes.TryGetAttribute("method", out var method) && "post".Equals(method.Value?.ToString(), StringComparison.OrdinalIgnoreCase);
        if (isPost && !Named.Any(name => context.AllAttributes.ContainsName(name)))
        {
            output.Attributes.SetAttribute("action", Listing.AddressOf(View.HttpContext.Request));
        }
    }
}
