using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthCode.Web.Pages.Shared;

/// <summary>A link to a page that the user may not open is none: a button or a tile is left out, a word in a sentence is only a word. So no page has to ask for each of its
/// links, and none ends in a refusal.</summary>
[HtmlTargetElement("a", Attributes = PageAttribute)]
public sealed class OpenLinkTagHelper(PageAuthorization authorization) : TagHelper
{
    private const string PageAttribute = "asp-page";

    // Things one presses; without their link they would stand about.
    private static readonly string[] Pressed = ["button", "tile"];

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes[PageAttribute]?.Value?.ToString() is not { Length: > 0 } page || ViewContext.HttpContext.User.Identity is not { IsAuthenticated: true }
            || await authorization.OpensAsync(Rooted(page)))
        {
            return;
        }

        var classes = (output.Attributes["class"]?.Value?.ToString() ?? "").Split(' ');
        if (Pressed.Intersect(classes).Any())
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.Attributes.Clear();
    }

    /// <summary>Index of the folder of /Printing/Run is /Printing/Index.</summary>
    private string Rooted(string page) => page.StartsWith('/') || ViewContext.ActionDescriptor is not PageActionDescriptor here ? page
        : here.ViewEnginePath[..(here.ViewEnginePath.LastIndexOf('/') + 1)] + page;
}
