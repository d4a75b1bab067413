using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HealthCode.Web.Pages.Help;

/// <summary>使用手册 — the embedded files Chapters/NN-name.md, in order. Links and anchors are those of GitHub, where they are read, too.</summary>
public static partial class Manual
{
    private const string Resources = "HealthCode.Web.Help.";
    private const string Pictures = "../../../wwwroot/";

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePipeTables().Build();

    // Rendered on the first request, because on most days there is none.
    private static readonly Lazy<IReadOnlyList<ManualChapter>> Rendered = new(() =>
        [.. typeof(Manual).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => Read(name[(Resources.Length + "NN-".Length)..], Text(name)))]);

    public static IReadOnlyList<ManualChapter> Chapters => Rendered.Value;

    /// <summary>Finds a chapter by name, ignoring case; null if there is none.</summary>
    public static ManualChapter? Find(string name) => Chapters.FirstOrDefault(chapter => chapter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Renders the Markdown of a chapter; throws if a link leads neither to a chapter nor to a picture.</summary>
    public static ManualChapter Read(string name, string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var headings = document.OfType<HeadingBlock>().ToList();
        var title = headings.First(heading => heading.Level == 1);
        document.Remove(title);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = Address(link.Url ?? "");
        }

        foreach (var picture in document.Descendants<ParagraphBlock>().Where(paragraph => paragraph.Inline is { FirstChild: LinkInline { IsImage: true } }))
        {
            // As wide as the sheet; lines of text are shorter.
            picture.GetAttributes().AddClass("picture");
        }

        return new(name, ManualText.Of(title), [.. headings.Where(heading => heading.Level == 2).Select(heading => (heading.GetAttributes().Id!, ManualText.Of(heading)))], document.ToHtml(Pipeline), document);
    }

    private static string Address(string target) =>
        target.StartsWith('#') ? target
        : target.StartsWith(Pictures, StringComparison.Ordinal) ? target[(Pictures.Length - 1)..]
        : ChapterFile().Match(target) is { Success: true } file ? $"/Help/{file.Groups[1].Value}{file.Groups[2].Value}"
        : throw new InvalidOperationException($"The manual leads out of the program: {target}");

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Manual).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^\d\d-([a-z-]+)\.md(#.+)?$")]
    private static partial Regex ChapterFile();
}
