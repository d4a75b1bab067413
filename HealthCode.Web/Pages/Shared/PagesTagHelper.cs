using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthCode.Web.Pages.Shared;

/// <summary>上一页, 第 2 页，共 3 页, 下一页 below a list; nothing if it has one page.</summary>
[HtmlTargetElement("pages", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagesTagHelper : TagHelper
{
    /// <summary>The list above.</summary>
    public required Listing Of { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Pages == 1)
        {
            output.SuppressOutput();
            return;
        }

        // No landmark: a page may have several lists.
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pages");
        var place = new TagBuilder("span");
        place.InnerHtml.Append(string.Create(CultureInfo.InvariantCulture, $"第 {Of.Page} 页，共 {Of.Pages} 页（{Of.Total} 条）"));
        if (Of.Page > 1)
        {
            output.Content.AppendHtml(Link("第一页", 1, null)).AppendHtml(Link("上一页", Of.Page - 1, "prev"));
        }

        output.Content.AppendHtml(place);
        if (Of.Page < Of.Pages)
        {
            output.Content.AppendHtml(Link("下一页", Of.Page + 1, "next")).AppendHtml(Link("最后一页", Of.Pages, null));
        }
    }

    private TagBuilder Link(string text, int page, string? rel)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("button");
        link.Attributes["href"] = Of.Address(ViewContext.HttpContext.Request, Of.PageKey, page.ToString(CultureInfo.InvariantCulture));
        if (rel is not null)
        {
            link.Attributes["rel"] = rel;
        }

        link.InnerHtml.Append(text);
        return link;
    }
}
