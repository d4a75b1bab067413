using Markdig.Syntax;

namespace HealthCode.Web.Printing.Manuals;

/// <summary>A chapter to typeset.</summary>
/// <param name="Address">Its address in the program, as links name it.</param>
/// <param name="Title">Its title, which is not part of the text.</param>
/// <param name="Text">Parsed Markdown: headings, paragraphs, lists, tables, pictures on lines of their own.</param>
public sealed record HandbookChapter(string Address, string Title, MarkdownDocument Text);
