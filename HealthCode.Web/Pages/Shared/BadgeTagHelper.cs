using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthCode.Web.Pages.Shared;

/// <summary>A state, in a head or a row; a partial view would be looked up for each row of a list.</summary>
[HtmlTargetElement("badge", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BadgeTagHelper : TagHelper
{
    /// <summary>The state.</summary>
    public required Badge Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"state state-{Of.Style}");
        output.Content.SetContent(Of.Word);
    }
}
