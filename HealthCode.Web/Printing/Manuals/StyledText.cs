using System.Globalization;
using Markdig.Syntax.Inlines;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Manuals;

/// <summary>Text with strong words and keys, broken into lines: never inside a Latin word or number that fits on a line, no line begins with a closing mark or ends
/// with an opening one.</summary>
internal sealed class StyledText
{
    private const string Closing = "，。、；：！？）”》〕】·…";
    private const string Opening = "（“《〔【";

    /// <summary>White on both sides of a key, in font sizes.</summary>
    private const double KeyMargin = 0.18;

    private static readonly XBrush KeyShade = new XSolidBrush(XColor.FromArgb(0xEC, 0xEE, 0xEA));

    private readonly List<Token> _tokens = [];

    /// <summary>The text of an inline.</summary>
    /// <param name="inline">Parsed Markdown; null for none.</param>
    /// <param name="strong">Whether all of it is bold.</param>
    /// <param name="behindLink">What is written behind a link, by its address; null for nothing.</param>
    public StyledText(ContainerInline? inline, bool strong = false, Func<string, string?>? behindLink = null)
    {
        if (inline is not null)
        {
            Take(inline, strong, behindLink ?? (_ => null));
        }
    }

    public StyledText(string text, bool strong = false) => Add(text, strong, false);

    /// <summary>Width on one line, in points.</summary>
    public double Width(double size) => _tokens.Sum(token => token.Width) * size;

    /// <summary>The lines for a width in points.</summary>
    public IReadOnlyList<IReadOnlyList<Token>> Lines(double width, double size)
    {
        List<IReadOnlyList<Token>> lines = [];
        List<Token> line = [];
        var used = 0.0;
        foreach (var token in Fitting(width / size))
        {
            if (line.Count > 0 && used + token.Width > width / size)
            {
                var carried = Carried(line, token);
                lines.Add(line[..^carried]);
                line = line[^carried..];
                used = line.Sum(each => each.Width);
            }

            if (line.Count == 0 && token.Text == " ")
            {
                continue;
            }

            line.Add(token);
            used += token.Width;
        }

        if (line.Count > 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Draws a line with its baseline at y; points.</summary>
    public static void Draw(XGraphics page, IReadOnlyList<Token> line, double x, double y, double size)
    {
        for (var (start, end) = (0, 0); start < line.Count; start = end)
        {
            for (end = start + 1; end < line.Count && line[end].IsStrong == line[start].IsStrong && !line[end].IsKey && !line[start].IsKey; end++)
            {
            }

            var run = string.Concat(line.Skip(start).Take(end - start).Select(token => token.Text));
            var margin = line[start].IsKey ? KeyMargin * size : 0;
            if (line[start].IsKey)
            {
                page.DrawRectangle(KeyShade, x + (margin / 3), y - (size * 0.92), (line[start].Width * size) - (margin * 2 / 3), size * 1.2);
            }

            x += margin + Typography.Line(page, run, x + margin, y, size, line[start].IsStrong) + margin;
        }
    }

    /// <summary>How many tokens at the end of a line that is full go to the next one together with this token.</summary>
    private static int Carried(List<Token> line, Token next)
    {
        var carried = 0;
        var first = next;
        while (carried < line.Count - 1 && (Closing.Contains(first.Text[0], StringComparison.Ordinal) || Opening.Contains(line[^(carried + 1)].Text[^1], StringComparison.Ordinal)))
        {
            carried++;
            first = line[^carried];
        }

        // A line of nothing but marks is left as it is.
        return carried < line.Count - 1 ? carried : 0;
    }

    private void Take(ContainerInline container, bool strong, Func<string, string?> behindLink)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Add(literal.Content.ToString(), strong, false);
                    break;
                case CodeInline code:
                    Add(code.Content, strong, true);
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case LinkInline link:
                    Take(link, strong, behindLink);
                    Add(behindLink(link.Url ?? "") ?? "", strong, false);
                    break;
                case EmphasisInline emphasis:
                    Take(emphasis, strong || emphasis.DelimiterCount > 1, behindLink);
                    break;
                case ContainerInline other:
                    Take(other, strong, behindLink);
                    break;
            }
        }
    }

    private void Add(string text, bool strong, bool isKey)
    {
        if (isKey)
        {
            _tokens.Add(Token.Of(text, strong, true));
            return;
        }

        var word = "";
        var walk = StringInfo.GetTextElementEnumerator(text);
        while (walk.MoveNext())
        {
            var element = walk.GetTextElement();
            if (element.Length == 1 && element[0] is > ' ' and <= '~')
            {
                word += element;
                continue;
            }

            if (word.Length > 0)
            {
                _tokens.Add(Token.Of(word, strong, false));
                word = "";
            }

            _tokens.Add(Token.Of(element, strong, false));
        }

        if (word.Length > 0)
        {
            _tokens.Add(Token.Of(word, strong, false));
        }
    }

    /// <summary>Tokens wider than a line (of <paramref name="most"/> font sizes) are taken apart.</summary>
    private IEnumerable<Token> Fitting(double most) => _tokens.SelectMany(token => token.Width <= most
        ? [token]
        : token.Text.EnumerateRunes().Select(rune => Token.Of(rune.ToString(), token.IsStrong, false)));

    /// <summary>What stays together.</summary>
    /// <param name="Text">Its characters.</param>
    /// <param name="IsStrong">Bold.</param>
    /// <param name="IsKey">On a grey field.</param>
    /// <param name="Width">In font sizes.</param>
    internal sealed record Token(string Text, bool IsStrong, bool IsKey, double Width)
    {
        public static Token Of(string text, bool strong, bool isKey) => new(text, strong, isKey, Typography.Width(text, 1, strong) + (isKey ? 2 * KeyMargin : 0));
    }
}
