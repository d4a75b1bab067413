namespace HealthCode.Web.Pages.Help;

/// <summary>A section of the manual in which all words were found.</summary>
/// <param name="Chapter">The chapter.</param>
/// <param name="Anchor">The section's anchor; empty for what stands above the first section.</param>
/// <param name="Heading">The section's heading; the chapter's title above the first section.</param>
/// <param name="Sentences">The sentences with the words, in parts that are to be marked or not.</param>
public sealed record ManualHit(ManualChapter Chapter, string Anchor, IReadOnlyList<(string Text, bool IsMarked)> Heading, IReadOnlyList<IReadOnlyList<(string Text, bool IsMarked)>> Sentences);
