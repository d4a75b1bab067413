using Markdig.Syntax;

namespace HealthCode.Web.Pages.Help;

/// <summary>一章 — a rendered chapter, without its title, which the page shows itself.</summary>
/// <param name="Name">Its path segment below /Help.</param>
/// <param name="Title">The text of its first heading.</param>
/// <param name="Headings">Anchor and text of its sections.</param>
/// <param name="Html">Rendered from Markdown with raw HTML disabled.</param>
/// <param name="Document">The parsed Markdown, with the addresses of the program in its links; for searching and typesetting.</param>
public sealed record ManualChapter(string Name, string Title, IReadOnlyList<(string Anchor, string Words)> Headings, string Html, MarkdownDocument Document);
