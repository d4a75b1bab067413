using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HealthCode.Web.Pages.Help;

/// <summary>The words of parsed Markdown, without its marks.</summary>
public static class ManualText
{
    /// <summary>The words of a heading or a paragraph. Pictures have none.</summary>
    public static string Of(LeafBlock block) => block.Inline is { } inline ? Of(inline) : "";

    /// <summary>The words of each paragraph, list item and row of a table below a block, in order; the cells of a row are joined by colons.</summary>
    public static IEnumerable<string> Passages(Block block) => block switch
    {
        TableRow row => [string.Join("：", row.SelectMany(Passages).Where(words => words.Length > 0))],
        LeafBlock leaf => [Of(leaf)],
        ContainerBlock container => container.SelectMany(Passages),
        _ => [],
    };

    private static string Of(ContainerInline inline) => string.Concat(inline.Select(each => each switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LinkInline { IsImage: true } => "",
        ContainerInline container => Of(container),
        _ => "",
    }));
}
