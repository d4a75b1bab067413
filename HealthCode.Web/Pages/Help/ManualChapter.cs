namespace HealthCode.Web.Pages.Help;

/// <summary>一章 — as it is shown: without its title, which the page writes.</summary>
/// <param name="Name">Its address below /Help.</param>
/// <param name="Title">In the words of its first line.</param>
/// <param name="Headings">Its sections: anchor and words.</param>
/// <param name="Html">Made from Markdown with raw HTML switched off.</param>
public sealed record ManualChapter(string Name, string Title, IReadOnlyList<(string Anchor, string Words)> Headings, string Html);
