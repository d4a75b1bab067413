using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace HealthCode.Web.Pages.Help;

/// <summary>查找 — finds words in the headings and the text of all chapters. Sections with the words in their heading come first, then the order of the
/// manual.</summary>
public static partial class ManualSearch
{
    /// <summary>Of a longer question only the beginning is looked for.</summary>
    public const int LongestQuery = 40;

    private const int MostSentences = 3;

    /// <summary>The sections in which all words of the question are found, in whichever order; none for an empty question.</summary>
    /// <param name="query">Words, separated by blanks.</param>
    public static IReadOnlyList<ManualHit> Find(string? query)
    {
        var text = (query ?? "").Trim();
        var words = text[..Math.Min(text.Length, LongestQuery)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        return words.Count == 0 ? [] :
        [
            .. Manual.Chapters.SelectMany(Sections)
                .Where(section => words.TrueForAll(word => Holds(section.Chapter.Title, word) || Holds(section.Heading, word) || section.Passages.Exists(passage => Holds(passage, word))))
                .Select(section => (section, InHeading: words.Count(word => Holds(section.Heading, word)), Sentences: Sentences(section.Passages, words)))
                // Words of the title alone make a hit of the chapter's beginning, not of each of its sections.
                .Where(found => found.InHeading > 0 || found.Sentences.Count > 0)
                .OrderByDescending(found => found.InHeading)
                .Select(found => new ManualHit(found.section.Chapter, found.section.Anchor, Parts(found.section.Heading, words), [.. found.Sentences.Select(sentence => Parts(sentence, words))])),
        ];
    }

    private static IEnumerable<(ManualChapter Chapter, string Anchor, string Heading, List<string> Passages)> Sections(ManualChapter chapter)
    {
        var (anchor, heading, passages) = ("", chapter.Title, new List<string>());
        foreach (var block in chapter.Document)
        {
            if (block is HeadingBlock { Level: 2 } next)
            {
                yield return (chapter, anchor, heading, passages);
                (anchor, heading, passages) = (next.GetAttributes().Id!, ManualText.Of(next), []);
            }
            else
            {
                passages.AddRange(ManualText.Passages(block).Where(passage => passage.Length > 0));
            }
        }

        yield return (chapter, anchor, heading, passages);
    }

    /// <summary>Those with most of the words, in their order.</summary>
    private static List<string> Sentences(List<string> passages, List<string> words) =>
    [
        .. passages.SelectMany(passage => Sentence().Matches(passage).Select(match => match.Value.Trim()))
            .Index()
            .Select(sentence => (sentence.Index, sentence.Item, Found: words.Count(word => Holds(sentence.Item, word))))
            .Where(sentence => sentence.Found > 0)
            .OrderByDescending(sentence => sentence.Found).Take(MostSentences).OrderBy(sentence => sentence.Index)
            .Select(sentence => sentence.Item),
    ];

    private static List<(string Text, bool IsMarked)> Parts(string text, List<string> words)
    {
        var marked = new bool[text.Length];
        foreach (var word in words)
        {
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                Array.Fill(marked, true, at, word.Length);
            }
        }

        List<(string Text, bool IsMarked)> parts = [];
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            for (end = start; end < text.Length && marked[end] == marked[start]; end++)
            {
            }

            parts.Add((text[start..end], marked[start]));
        }

        return parts;
    }

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("[^。！？]+[。！？]?[”）]?")]
    private static partial Regex Sentence();
}

/// <summary>A section of the manual in which all words were found.</summary>
/// <param name="Chapter">The chapter.</param>
/// <param name="Anchor">The section's anchor; empty for what stands above the first section.</param>
/// <param name="Heading">The section's heading; the chapter's title above the first section.</param>
/// <param name="Sentences">The sentences with the words, in parts that are to be marked or not.</param>
public sealed record ManualHit(ManualChapter Chapter, string Anchor, IReadOnlyList<(string Text, bool IsMarked)> Heading, IReadOnlyList<IReadOnlyList<(string Text, bool IsMarked)>> Sentences);
