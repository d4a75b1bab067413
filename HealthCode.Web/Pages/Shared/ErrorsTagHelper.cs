using System.Text.Encodings.Web;
using HealthCode.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Summary of all validation errors: what was attempted, and each error with a link to its field, in the order of the fields.</summary>
[HtmlTargetElement("errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = View.ViewData.ModelState
            .SelectMany(field => field.Value!.Errors.Select(error => (Field: field.Key, Sentence: error.ErrorMessage)))
            .Distinct().ToList();
        if (faults.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.SetHtmlContent(new Summary(View.HttpContext, faults));
    }

    /// <summary>Written when the response is, after the page below has been rendered: only then are its fields and buttons known.</summary>
    private sealed class Summary(HttpContext context, IReadOnlyList<(string Field, string Sentence)> faults) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var (request, page) = (context.Request, RenderedForm.Of(context));
            var attempt = page.ButtonOf(context.GetRouteValue("handler") as string ?? request.Query["handler"].ToString()) ?? Attempt.Of(context);
            var content = new HtmlContentBuilder();
            content.AppendHtml("<h2>“").Append(attempt).AppendHtml($"”没有办成：有 {faults.Count} 处要改</h2><ul>");
            foreach (var (field, sentence) in page.InOrder(faults, request.HasFormContentType ? request.Form.Keys : []))
            {
                content.AppendHtml("<li>");
                if (field.Length > 0)
                {
                    content.AppendHtml($"<a href=\"#{TagBuilder.CreateSanitizedId(field, "_")}\">").Append(sentence).AppendHtml("</a>");
                }
                else
                {
                    content.Append(sentence);
                }

                content.AppendHtml("</li>");
            }

            content.AppendHtml("</ul>");
            content.WriteTo(writer, encoder);
        }
    }
}
