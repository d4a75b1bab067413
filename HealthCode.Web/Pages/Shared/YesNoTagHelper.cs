using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthCode.Web.Pages.Shared;

/// <summary>是/否 — two large boxes with keys 1 and 2. Dotted while open, never preset.</summary>
[HtmlTargetElement("yes-no", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class YesNoTagHelper : TagHelper
{
    /// <summary>A property of type <c>bool?</c>: null is open.</summary>
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    [HtmlAttributeName("yes")]
    public string Yes { get; set; } = "是";

    [HtmlAttributeName("no")]
    public string No { get; set; } = "否";

    [HtmlAttributeName("hint")]
    public string? Hint { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var wrong = View.ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0;
        var said = For.Model as bool?;
        var text = HtmlEncoder.Default;

        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", wrong ? "yes-no field-wrong" : "yes-no");
        output.Attributes.SetAttribute("id", id);
        output.Content.AppendHtml("<legend>").Append(For.Metadata.GetDisplayName()).AppendHtml("</legend>");
        if (Hint is not null)
        {
            output.Content.AppendHtml("<p class=\"hint\">").Append(Hint).AppendHtml("</p>");
        }

        // Both boxes stand before both labels, so that one answer makes the dotted line of both solid.
        output.Content.AppendHtml("<div class=\"pair\">")
            .AppendHtml(Radio(name, id + "_yes", "true", "is-yes", said == true)).AppendHtml(Radio(name, id + "_no", "false", "is-no", said == false))
            .AppendHtml($"<label class=\"for-yes\" for=\"{id}_yes\"><kbd>1</kbd>{text.Encode(Yes)}</label>")
            .AppendHtml($"<label class=\"for-no\" for=\"{id}_no\"><kbd>2</kbd>{text.Encode(No)}</label></div>");
        if (wrong)
        {
            output.Content.AppendHtml($"<p class=\"error\" id=\"{id}_error\">").Append(string.Join(" ", entry!.Errors.Select(error => error.ErrorMessage))).AppendHtml("</p>");
        }
    }

    private static string Radio(string name, string id, string value, string css, bool chosen) =>
        $"<input type=\"radio\" class=\"{css}\" id=\"{id}\" name=\"{HtmlEncoder.Default.Encode(name)}\" value=\"{value}\"{(chosen ? " checked" : "")}>";
}
