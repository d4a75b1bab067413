using Microsoft.AspNetCore.Html;

namespace HealthCode.Web.Pages.Help;

/// <summary>Writes parts of a sentence without a blank between them, found words inside <c>mark</c>.</summary>
public static class MarkedText
{
    public static IHtmlContent Html(IEnumerable<(string Text, bool IsMarked)> parts)
    {
        var html = new HtmlContentBuilder();
        foreach (var (text, isMarked) in parts)
        {
            _ = isMarked ? html.AppendHtml("<mark>").Append(text).AppendHtml("</mark>") : html.Append(text);
        }

        return html;
    }
}
