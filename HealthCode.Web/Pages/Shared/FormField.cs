using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Name, id, posted value and errors of a field; shared by the tag helpers.</summary>
public sealed class FormField
{
    public FormField(ViewContext page, ModelExpression expression)
    {
        Name = page.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        RenderedForm.Of(page.HttpContext).AddField(Name);
        Id = TagBuilder.CreateSanitizedId(Name, "_");
        page.ViewData.ModelState.TryGetValue(Name, out var entry);
        Typed = entry?.AttemptedValue ?? Convert.ToString(expression.Model, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        Errors = entry is null ? [] : [.. entry.Errors.Select(error => error.ErrorMessage).Where(sentence => sentence.Length > 0).Distinct()];
    }

    public string Name { get; }

    public string Id { get; }

    public string Typed { get; }

    public IReadOnlyList<string> Errors { get; }

    /// <summary>Sets the ARIA attributes that connect the input to its hint and its errors.</summary>
    public void Describe(TagBuilder box, string? hint)
    {
        var described = string.Join(' ', new[] { hint is null ? null : Id + "_hint", Errors.Count > 0 ? Id + "_error" : null }.OfType<string>());
        if (described.Length > 0)
        {
            box.Attributes["aria-describedby"] = described;
        }

        if (Errors.Count > 0)
        {
            box.Attributes["aria-invalid"] = "true";
        }
    }

    public void AppendHint(IHtmlContentBuilder content, string? hint)
    {
        if (hint is not null)
        {
            content.AppendHtml(Note("hint", Id + "_hint", hint));
        }
    }

    public void AppendErrors(IHtmlContentBuilder content)
    {
        if (Errors.Count > 0)
        {
            content.AppendHtml(Note("error", Id + "_error", string.Join(" ", Errors)));
        }
    }

    private static TagBuilder Note(string style, string id, string text)
    {
        var note = new TagBuilder("p");
        note.AddCssClass(style);
        note.Attributes["id"] = id;
        note.InnerHtml.Append(text);
        return note;
    }
}
