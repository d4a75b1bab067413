using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HealthCode.Web.Pages.Help;

/// <summary>使用手册 — the files Chapters/NN-name.md in the order of their numbers. The same files are read on GitHub: links name the files, anchors are GitHub's.</summary>
public static partial class Manual
{
    private const string Resources = "HealthCode.Web.Help.";
    private const string Pictures = "../../../wwwroot/";

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePipeTables().Build();

    // Rendered when somebody first asks: most days nobody does.
    private static readonly Lazy<IReadOnlyList<ManualChapter>> Rendered = new(() =>
        [.. typeof(Manual).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => Read(name[(Resources.Length + "NN-".Length)..], Text(name)))]);

    public static IReadOnlyList<ManualChapter> Chapters => Rendered.Value;

    /// <summary>A chapter by its address, as typed.</summary>
    public static ManualChapter? Find(string name) => Chapters.FirstOrDefault(chapter => chapter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>One chapter of its Markdown; throws where a link leads neither to a chapter nor to a picture.</summary>
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

        return new(name, Words(title), [.. headings.Where(heading => heading.Level == 2).Select(heading => (heading.GetAttributes().Id!, Words(heading)))], document.ToHtml(Pipeline));
    }

    private static string Address(string target) =>
        target.StartsWith('#') ? target
        : target.StartsWith(Pictures, StringComparison.Ordinal) ? target[(Pictures.Length - 1)..]
        : ChapterFile().Match(target) is { Success: true } file ? $"/Help/{file.Groups[1].Value}{file.Groups[2].Value}"
        : throw new InvalidOperationException($"The manual leads out of the program: {target}");

    private static string Words(HeadingBlock heading) => string.Concat(heading.Inline!.Descendants<LiteralInline>());

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Manual).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^\d\d-([a-z-]+)\.md(#.+)?$")]
    private static partial Regex ChapterFile();
}

/// <summary>一章 — as it is shown: without its title, which the page writes.</summary>
/// <param name="Name">Its address below /Help.</param>
/// <param name="Title">In the words of its first line.</param>
/// <param name="Headings">Its sections: anchor and words.</param>
/// <param name="Html">Made from Markdown with raw HTML switched off.</param>
public sealed record ManualChapter(string Name, string Title, IReadOnlyList<(string Anchor, string Words)> Headings, string Html);
