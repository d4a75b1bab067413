using System.Globalization;
using HealthCode.Domain.Rules;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthCode.Web.Pages.Shared;

/// <summary>One form field: label from [Display], hint, input or select, and error message.</summary>
/// <remarks>Other attributes (type, autocomplete, inputmode, data-…) are put on the input.</remarks>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    [HtmlAttributeName("hint")]
    public string? Hint { get; set; }

    /// <summary>If set, a select element with these options is rendered.</summary>
    [HtmlAttributeName("items")]
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Text of the empty first option of a select.</summary>
    [HtmlAttributeName("open")]
    public string? Open { get; set; }

    /// <summary>Width class: short, medium or long.</summary>
    [HtmlAttributeName("size")]
    public string Size { get; set; } = "medium";

    /// <summary>Label to use instead of the display name.</summary>
    [HtmlAttributeName("label")]
    public string? Label { get; set; }

    /// <summary>Width of the input in characters, for several fields in one row.</summary>
    [HtmlAttributeName("chars")]
    public int? Chars { get; set; }

    /// <summary>Fills the rest of the row; for long texts such as addresses.</summary>
    [HtmlAttributeName("grows")]
    public bool Grows { get; set; }

    [HtmlAttributeName("optional")]
    public bool Optional { get; set; }

    /// <summary>Columns out of the twelve of a form grid; null outside of one.</summary>
    [HtmlAttributeName("span")]
    public int? Span { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FormField(View, For);
        var box = Box(output);
        field.Describe(box, Hint);
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Add("class", $"field{(Span is not null ? $" s{Span}" : Chars is null ? $" field-{Size}" : "")}{(Grows ? " grows" : "")}{(field.Errors.Count > 0 ? " field-wrong" : "")}");
        var label = html.GenerateLabel(View, For.ModelExplorer, For.Name, Label, null);
        if (Optional)
        {
            label.InnerHtml.AppendHtml("<span class=\"optional\">（可不填）</span>");
        }

        output.Content.AppendHtml(label);
        field.AppendHint(output.Content, Hint);
        output.Content.AppendHtml(box);
        field.AppendErrors(output.Content);
    }

    private TagBuilder Box(TagHelperOutput output)
    {
        var given = output.Attributes.ToDictionary(attribute => attribute.Name, attribute => (object?)attribute.Value?.ToString());
        var attributes = new Dictionary<string, object?>(given);
        var type = For.Metadata.UnderlyingOrModelType;
        if (Items is not null)
        {
            return html.GenerateSelect(View, For.ModelExplorer, Open, For.Name, Items, false, attributes);
        }

        if (given.ContainsKey("rows"))
        {
            return html.GenerateTextArea(View, For.ModelExplorer, For.Name, 3, 40, attributes);
        }

        var kind = given.TryGetValue("type", out var chosen) ? (string)chosen! : "text";
        attributes["type"] = kind;
        if (type == typeof(DateOnly))
        {
            attributes.TryAdd("inputmode", "numeric");
        }

        attributes.TryAdd("autocomplete", "off");
        if (Chars is { } chars)
        {
            attributes["size"] = chars.ToString(CultureInfo.InvariantCulture);
        }

        return kind == "password"
            ? html.GeneratePassword(View, For.ModelExplorer, For.Name, null, attributes)
            : html.GenerateTextBox(View, For.ModelExplorer, For.Name, Text(), null, attributes);
    }

    private string? Text() => For.Model switch
    {
        DateOnly day => day.Typed(),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        { } value => value.ToString(),
        null => null,
    };
}
