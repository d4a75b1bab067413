using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthCode.Web.Pages.Shared;

/// <summary>A head by which the list is sorted when it is clicked, and the other way round when it is clicked again. Filters are kept.</summary>
[HtmlTargetElement("th", Attributes = "sort,of")]
public sealed class SortHeadTagHelper : TagHelper
{
    /// <summary>One of <see cref="Listing.Heads"/>.</summary>
    public required string Sort { get; set; }

    /// <summary>The list below this head.</summary>
    public required Listing Of { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!Of.Heads.Contains(Sort))
        {
            throw new InvalidOperationException($"The list cannot be sorted by \"{Sort}\".");
        }

        var (ascending, descending) = (Of.Sort == Sort, Of.Sort == "-" + Sort);
        output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : descending ? "descending" : "none");
        var link = new TagBuilder("a");
        link.AddCssClass("sort");
        link.Attributes["href"] = Of.Address(ViewContext.HttpContext.Request, Of.SortKey, ascending ? "-" + Sort : Sort);
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        var mark = new TagBuilder("span");
        mark.Attributes["aria-hidden"] = "true";
        mark.InnerHtml.Append(ascending ? "▲" : descending ? "▼" : "↕");
        link.InnerHtml.AppendHtml(mark);
        output.Content.SetHtmlContent(link);
    }
}
