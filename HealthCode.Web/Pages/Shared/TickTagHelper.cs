using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthCode.Web.Pages.Shared;

/// <summary>A check box with label, hint and errors.</summary>
[HtmlTargetElement("tick", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TickTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FormField(ViewContext, For);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.Errors.Count > 0 ? "choice field-wrong" : "choice");

        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.Attributes["type"] = "checkbox";
        box.Attributes["id"] = field.Id;
        box.Attributes["name"] = field.Name;
        box.Attributes["value"] = "true";
        if (For.Model is true)
        {
            box.Attributes["checked"] = "checked";
        }

        field.Describe(box, Hint);
        var label = new TagBuilder("label");
        label.Attributes["for"] = field.Id;
        label.InnerHtml.Append(Label ?? For.Metadata.DisplayName ?? For.Metadata.Name ?? "");
        output.Content.AppendHtml(box).AppendHtml(label);
        field.AppendHint(output.Content, Hint);
        field.AppendErrors(output.Content);
    }
}
