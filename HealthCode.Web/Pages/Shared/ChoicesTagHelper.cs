using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Large radio buttons that can be chosen with the keys 1, 2, 3 …; unanswered groups are marked, and nothing is preselected.</summary>
[HtmlTargetElement("choices", Attributes = "for,options", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTagHelper : TagHelper
{
    /// <summary>是 (key 1) and 否 (key 2).</summary>
    public static IReadOnlyList<Choice> YesNo { get; } = [new("True", "是"), new("False", "否")];

    public required ModelExpression For { get; set; }

    public required IReadOnlyList<Choice> Options { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Lays it out as on the paper form: the question on the left, the answers on the right.</summary>
    public bool Row { get; set; }

    /// <summary>One option per line, for long texts.</summary>
    public bool Stacked { get; set; }

    /// <summary>Columns out of the twelve of a form grid; null outside of one.</summary>
    public int? Span { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FormField(ViewContext, For);
        var open = !Options.Any(option => option.Value == field.Typed);
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "pick", Span is null ? null : $"s{Span}", Row ? "question" : null, Stacked ? "stacked" : null, open ? "open" : null, field.Errors.Count > 0 ? "field-wrong" : null }.OfType<string>()));
        output.Attributes.SetAttribute("id", field.Id);

        var legend = new TagBuilder("legend");
        legend.InnerHtml.Append(Label ?? For.Metadata.DisplayName ?? For.Metadata.Name ?? "");
        output.Content.AppendHtml(legend);

        var answers = new TagBuilder("div");
        answers.AddCssClass("answers");
        for (var i = 0; i < Options.Count; i++)
        {
            answers.InnerHtml.AppendHtml(Answer(field, Options[i], i + 1));
        }

        output.Content.AppendHtml(answers);
        field.AppendHint(output.Content, Hint);
        field.AppendErrors(output.Content);
    }

    private static TagBuilder Answer(FormField field, Choice option, int key)
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        var id = $"{field.Id}-{option.Value}";
        box.Attributes["type"] = "radio";
        box.Attributes["name"] = field.Name;
        box.Attributes["id"] = id;
        box.Attributes["value"] = option.Value;
        box.Attributes["data-choice"] = key.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (option.Value == field.Typed)
        {
            box.Attributes["checked"] = "checked";
        }

        field.Describe(box, null);
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        var number = new TagBuilder("kbd");
        number.Attributes["aria-hidden"] = "true";
        number.InnerHtml.Append(key.ToString(System.Globalization.CultureInfo.InvariantCulture));
        label.InnerHtml.AppendHtml(number).Append(option.Text);
        var answer = new TagBuilder("span");
        answer.AddCssClass("answer");
        answer.InnerHtml.AppendHtml(box).AppendHtml(label);
        return answer;
    }
}
