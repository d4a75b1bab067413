using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Notes the words of the buttons of a page, so that an error can say what was attempted in the words that were pressed.</summary>
[HtmlTargetElement("form")]
[HtmlTargetElement("button")]
public sealed partial class SubmitTagHelper : TagHelper
{
    private const string PageAttribute = "asp-page";
    private const string HandlerAttribute = "asp-page-handler";

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    /// <summary>Before the framework's own for forms, one of which renders the content of the form.</summary>
    public override int Order => -2000;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (context.TagName == "form")
        {
            // A form that leads to another page says nothing of what was attempted on this one.
            context.Items[typeof(SubmitTagHelper)] = context.AllAttributes.ContainsName(PageAttribute) ? null! : Text(context, HandlerAttribute) ?? "";
            return;
        }

        if (Text(context, "type") is null or "submit" && context.Items.TryGetValue(typeof(SubmitTagHelper), out var form) && form is string handler)
        {
            var words = WebUtility.HtmlDecode(Tags().Replace((await output.GetChildContentAsync()).GetContent(), "")).Trim();
            RenderedForm.Of(View.HttpContext).AddButton(Text(context, HandlerAttribute) ?? handler, words, Text(context, "class")?.StartsWith("main", StringComparison.Ordinal) == true);
        }
    }

    private static string? Text(TagHelperContext context, string attribute) =>
        context.AllAttributes.TryGetAttribute(attribute, out var found) ? found.Value?.ToString() : null;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
