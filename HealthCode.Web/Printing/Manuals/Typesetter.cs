using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Manuals;

/// <summary>排版 — lays parsed Markdown out on A4 pages. What is to be drawn is kept page by page, so that the contents can be written before anything is drawn.</summary>
/// <param name="picture">A picture by its address; null if there is none.</param>
/// <param name="pageOf">The page of an address in the program, for references; null if it is not known yet or not in the book.</param>
internal sealed class Typesetter(Func<string, XImage?> picture, Func<string, int?> pageOf)
{
    public const double Left = 24;
    public const double Right = 186;
    public const double Top = 26;

    /// <summary>The last baseline; below it is the foot.</summary>
    public const double Bottom = 272;

    private const double Body = 11.5;
    private const double Small = 9.5;
    private const double Spacing = 1.6;
    private const double Indent = 7;
    private const double PictureWidth = Right - Left;
    private const double PictureHeight = 92;

    /// <summary>A picture is made so much smaller at most rather than leave the rest of a page empty.</summary>
    private const double LeastScale = 0.7;
    private const double CaptionHeight = 8;
    private const double CellMargin = 2.5;
    private const double KeptTogether = 34;

    /// <summary>Height of a line with nothing below it, in font sizes.</summary>
    private const double LastLine = 1.25;
    private const double Rounding = 0.001;

    private static readonly XPen Hairline = new(XColors.Gray, 0.4);
    private static readonly XPen Ruler = new(XColors.Black, 0.9);

    private readonly List<Page> _pages = [];
    private readonly List<Entry> _entries = [];
    private string _chapter = "";
    private string _address = "";

    // Top of what comes next, in mm.
    private double _y;

    public IReadOnlyList<Page> Pages => _pages;

    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>Sets a chapter, which begins on a page of its own.</summary>
    public void Chapter(HandbookChapter chapter)
    {
        (_chapter, _address) = (chapter.Title, chapter.Address);
        NewPage();
        _entries.Add(new(chapter.Address, chapter.Title, 1, _pages.Count));
        Text(new StyledText(chapter.Title, true), 22, Left, Right, 1.3);
        var y = _y + 1;
        Draw(page => page.DrawLine(Ruler, Paper.Points(Left), Paper.Points(y), Paper.Points(Right), Paper.Points(y)));
        _y += 7;
        foreach (var block in chapter.Text)
        {
            Block(block, Left);
        }
    }

    private void Block(Block block, double left)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Heading(heading);
                break;
            case ParagraphBlock { Inline: { } inline } when inline.FirstChild is LinkInline { IsImage: true } link:
                Picture(link.Url ?? "", string.Concat(link.Descendants<LiteralInline>()));
                break;
            case LeafBlock leaf:
                Text(Styled(leaf), Body, left, Right, Spacing);
                _y += 2;
                break;
            case ListBlock list:
                List(list, left);
                _y += 1.5;
                break;
            case Table table:
                Table([.. table.OfType<TableRow>()]);
                _y += 4;
                break;
            case ContainerBlock container:
                foreach (var each in container)
                {
                    Block(each, left);
                }

                break;
        }
    }

    private void Heading(HeadingBlock heading)
    {
        _y += heading.Level == 2 ? 5 : 2;
        MakeRoom(KeptTogether);
        if (heading.Level == 2)
        {
            _entries.Add(new($"{_address}#{heading.GetAttributes().Id}", string.Concat(heading.Inline!.Descendants<LiteralInline>()), 2, _pages.Count));
        }

        Text(new StyledText(heading.Inline, true), heading.Level == 2 ? 15 : 12.5, Left, Right, 1.4);
        _y += 1.5;
    }

    private void List(ListBlock list, double left)
    {
        var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}.") : "·";
            // The mark stays with the first lines.
            MakeRoom(Paper.Millimetres(Body * ((2 * Spacing) + LastLine)));
            var baseline = _y + Paper.Millimetres(Body);
            Draw(page => Typography.Line(page, mark, Paper.Points(left + 1), Paper.Points(baseline), Body, list.IsOrdered));
            foreach (var block in item)
            {
                Block(block, left + Indent);
            }

            _y -= 0.8;
        }

        _y += 0.8;
    }

    private void Picture(string address, string caption)
    {
        if (picture(address) is not { } image)
        {
            return;
        }

        _y += 1;
        var scale = Math.Min(PictureWidth / image.PixelWidth, PictureHeight / image.PixelHeight);
        var room = (Bottom - CaptionHeight - _y) / (image.PixelHeight * scale);
        scale *= room is >= LeastScale and < 1 ? room : 1;
        var (width, height) = (image.PixelWidth * scale, image.PixelHeight * scale);
        MakeRoom(height + CaptionHeight);
        var (x, y) = (Left + ((Right - Left - width) / 2), _y);
        Draw(page =>
        {
            page.DrawImage(image, Paper.Points(x), Paper.Points(y), Paper.Points(width), Paper.Points(height));
            page.DrawRectangle(Hairline, Paper.Points(x), Paper.Points(y), Paper.Points(width), Paper.Points(height));
            Typography.Centred(page, caption, Paper.Points((Left + Right) / 2), Paper.Points(y + height + 4.5), Typography.Fit(caption, Paper.Points(Right - Left), Small, 6));
        });
        _y += height + 9;
    }

    private void Table(IReadOnlyList<TableRow> rows)
    {
        var columns = Columns(rows);
        Row(rows[0], columns);
        foreach (var row in rows.Skip(1))
        {
            if (_y + Height(row, columns) > Bottom)
            {
                // What the columns mean stands above them on every page.
                NewPage();
                Row(rows[0], columns);
            }

            Row(row, columns);
        }
    }

    private void Row(TableRow row, List<double> columns)
    {
        var height = Height(row, columns);
        MakeRoom(height + (row.IsHeader ? 10 : 0));
        var (x, top) = (Left, _y);
        foreach (var (place, cell) in row.OfType<TableCell>().Index())
        {
            var (at, y) = (x, top + 1.2);
            foreach (var line in CellText(cell, row.IsHeader).Lines(Paper.Points(columns[place] - CellMargin), Body))
            {
                var baseline = y + Paper.Millimetres(Body);
                Draw(page => StyledText.Draw(page, line, Paper.Points(at), Paper.Points(baseline), Body));
                y += Paper.Millimetres(Body * 1.4);
            }

            x += columns[place];
        }

        _y += height;
        var under = _y;
        Draw(page => page.DrawLine(row.IsHeader ? Ruler : Hairline, Paper.Points(Left), Paper.Points(under), Paper.Points(Right), Paper.Points(under)));
    }

    private double Height(TableRow row, List<double> columns) => 3 + Paper.Millimetres(Body * 1.4
        * row.OfType<TableCell>().Index().Max(cell => Math.Max(1, CellText(cell.Item, row.IsHeader).Lines(Paper.Points(columns[cell.Index] - CellMargin), Body).Count)));

    /// <summary>The width of each column in mm: what its longest cell takes on one line, if all fit; else narrow ones as they are and the rest shared.</summary>
    private List<double> Columns(IReadOnlyList<TableRow> rows)
    {
        const double Whole = Right - Left;
        var count = rows.Max(row => row.Count);
        List<double> natural =
        [
            .. Enumerable.Range(0, count).Select(place => CellMargin + 0.5 + rows.Max(row => row.Count > place ? Paper.Millimetres(CellText((TableCell)row[place], row.IsHeader).Width(Body)) : 0)),
        ];
        if (natural.Sum() <= Whole)
        {
            natural[^1] += Whole - natural.Sum();
            return natural;
        }

        var fair = Whole / count;
        var narrow = natural.Where(width => width <= fair).Sum();
        var wide = natural.Where(width => width > fair).Sum(Math.Sqrt);
        return [.. natural.Select(width => width <= fair ? width : (Whole - narrow) * Math.Sqrt(width) / wide)];
    }

    private StyledText CellText(TableCell cell, bool isHeader) => new(cell.OfType<ParagraphBlock>().FirstOrDefault()?.Inline, isHeader, Reference);

    private StyledText Styled(LeafBlock leaf) => new(leaf.Inline, false, Reference);

    private string? Reference(string address) => pageOf(address.StartsWith('#') ? _address + address : address) is { } page
        ? string.Create(CultureInfo.InvariantCulture, $"（第 {page} 页）") : null;

    private void Text(StyledText text, double size, double left, double right, double spacing)
    {
        var lines = text.Lines(Paper.Points(right - left), size);
        foreach (var (place, line) in lines.Index())
        {
            // No line of a paragraph stands on a page alone: its first two stay together, and its last two.
            var following = place == 0 ? Math.Min(lines.Count - 1, lines.Count == 3 ? 2 : 1) : place == lines.Count - 2 ? 1 : 0;
            MakeRoom(Paper.Millimetres(size * ((following * spacing) + LastLine)));
            var baseline = _y + Paper.Millimetres(size);
            Draw(page => StyledText.Draw(page, line, Paper.Points(left), Paper.Points(baseline), size));
            _y += Paper.Millimetres(size * spacing);
        }
    }

    private void Draw(Action<XGraphics> drawing) => _pages[^1].Drawings.Add(drawing);

    private void MakeRoom(double height)
    {
        if (_y + height > Bottom + Rounding)
        {
            NewPage();
        }
    }

    private void NewPage()
    {
        _pages.Add(new(_chapter, []));
        _y = Top;
    }

    /// <summary>A page to be drawn.</summary>
    /// <param name="Chapter">What stands in its foot.</param>
    /// <param name="Drawings">What is drawn, in order.</param>
    internal sealed record Page(string Chapter, List<Action<XGraphics>> Drawings);

    /// <summary>A line of the contents.</summary>
    /// <param name="Address">Address in the program.</param>
    /// <param name="Title">Title of a chapter or heading of a section.</param>
    /// <param name="Level">1 for a chapter, 2 for a section.</param>
    /// <param name="Page">Page of the text, from 1.</param>
    internal sealed record Entry(string Address, string Title, int Level, int Page);
}
