using System.Globalization;
using HealthCode.Domain.Rules;
using Markdig.Syntax;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace HealthCode.Web.Printing.Manuals;

/// <summary>操作手册 — the whole manual on A4: cover, contents with page numbers, one chapter after the other, bookmarks.</summary>
public sealed class Handbook
{
    private const double LinesTop = 40;
    private const double ChapterLine = 8;
    private const double SectionLine = 5.2;
    private const double ColumnWidth = 76;
    private const double SecondColumn = Typesetter.Right - ColumnWidth;
    private const double Foot = 285;
    private const int MostPasses = 6;

    private static readonly XPen Dots = new(XColors.Gray, 0.5) { DashStyle = XDashStyle.Dot };

    private readonly IReadOnlyList<HandbookChapter> _chapters;
    private readonly Func<string, byte[]?> _pictures;
    private readonly Dictionary<string, XImage?> _images = [];

    private Handbook(IReadOnlyList<HandbookChapter> chapters, Func<string, byte[]?> pictures) => (_chapters, _pictures) = (chapters, pictures);

    /// <summary>The book as PDF.</summary>
    /// <param name="chapters">In order.</param>
    /// <param name="pictures">The file of a picture by its address; null if there is none.</param>
    /// <param name="office">The name on the cover; null for none.</param>
    /// <param name="today">The day on the cover.</param>
    public static byte[] Draw(IReadOnlyList<HandbookChapter> chapters, Func<string, byte[]?> pictures, string? office, DateOnly today) =>
        new Handbook(chapters, pictures).Drawn(office, today);

    private byte[] Drawn(string? office, DateOnly today)
    {
        try
        {
            using var document = Typography.Document("操作手册");
            var (text, before) = Laid();
            Cover(document, office, today);
            Contents(document, text.Entries, before);
            foreach (var (place, page) in text.Pages.Index())
            {
                using var sheet = document.Page(Paper.A4);
                page.Drawings.ForEach(drawing => drawing(sheet));
                PageFoot(sheet, page.Chapter, place + 1 + before);
            }

            Bookmarks(document, text.Entries, before);
            return document.Bytes();
        }
        finally
        {
            foreach (var image in _images.Values)
            {
                image?.Dispose();
            }
        }
    }

    /// <summary>Lays the text out, and again while the numbers of the pages in its references still move something.</summary>
    private (Typesetter Text, int PagesBefore) Laid()
    {
        Dictionary<string, int> known = [];
        for (var pass = 0; ; pass++)
        {
            var text = new Typesetter(Image, address => known.TryGetValue(address, out var page) ? page : null);
            foreach (var chapter in _chapters)
            {
                text.Chapter(chapter);
            }

            var before = 1 + Columns(text.Entries).Max(line => line.Page);
            var found = text.Entries.ToDictionary(entry => entry.Address, entry => entry.Page + before);
            if (pass == MostPasses || (found.Count == known.Count && found.All(entry => known[entry.Key] == entry.Value)))
            {
                return (text, before);
            }

            known = found;
        }
    }

    private static void Cover(PdfDocument document, string? office, DateOnly today)
    {
        using var page = document.Page(Paper.A4);
        var (middle, width) = (Paper.Points(Paper.A4.Width / 2), Paper.Points(Typesetter.Right - Typesetter.Left));
        Typography.Centred(page, "健康通行卡办理系统", middle, Paper.Points(92), 22);
        Typography.Centred(page, "操作手册", middle, Paper.Points(118), 54, true);
        page.DrawLine(new XPen(XColors.Black, 1.5), Paper.Points(60), Paper.Points(132), Paper.Points(150), Paper.Points(132));
        Typography.Centred(page, "和程序里的“帮助”一样；在哪张办公桌上按 F1，就打开那张桌的一章", middle, Paper.Points(144), 13);
        if (!string.IsNullOrEmpty(office))
        {
            Typography.Centred(page, office, middle, Paper.Points(230), Typography.Fit(office, width, 22, 10), true);
        }

        Typography.Centred(page, today.Chinese() + "印", middle, Paper.Points(244), 14);
    }

    /// <summary>Where each line of the contents stands: page of the contents from 1, left edge, baseline; a chapter is not parted from its first section.</summary>
    private static List<(Typesetter.Entry Entry, int Page, double X, double Y)> Columns(IReadOnlyList<Typesetter.Entry> entries)
    {
        List<(Typesetter.Entry Entry, int Page, double X, double Y)> lines = [];
        var (page, x, y) = (1, Typesetter.Left, LinesTop);
        foreach (var entry in entries)
        {
            y += entry.Level == 1 ? ChapterLine : SectionLine;
            if (y + (entry.Level == 1 ? SectionLine : 0) > Typesetter.Bottom)
            {
                (page, x) = x < SecondColumn ? (page, SecondColumn) : (page + 1, Typesetter.Left);
                y = LinesTop + (entry.Level == 1 ? ChapterLine : SectionLine);
            }

            lines.Add((entry, page, x, y));
        }

        return lines;
    }

    private static void Contents(PdfDocument document, IReadOnlyList<Typesetter.Entry> entries, int before)
    {
        foreach (var lines in Columns(entries).GroupBy(line => line.Page))
        {
            using var page = document.Page(Paper.A4);
            Typography.Centred(page, lines.Key == 1 ? "目　录" : "目　录（续）", Paper.Points(Paper.A4.Width / 2), Paper.Points(32), 22, true);
            foreach (var (entry, _, x, y) in lines)
            {
                Line(page, entry, x, y, entry.Page + before);
                var area = new XRect(Paper.Points(x), Paper.Points(y - 4), Paper.Points(ColumnWidth), Paper.Points(5));
                document.Pages[^1].AddDocumentLink(new(page.Transformer.WorldToDefaultPage(area)), entry.Page + before);
            }

            PageFoot(page, "目录", lines.Key + 1);
        }
    }

    private static void Line(XGraphics page, Typesetter.Entry entry, double x, double y, int number)
    {
        var strong = entry.Level == 1;
        var figure = number.ToString(CultureInfo.InvariantCulture);
        var (left, right, baseline) = (Paper.Points(x + (strong ? 0 : 4)), Paper.Points(x + ColumnWidth), Paper.Points(y));
        var largest = strong ? 11.5 : 10;
        var figures = Typography.Width(figure, largest, strong);
        var size = Typography.Fit(entry.Title, right - left - figures - 8, largest, 6, strong);
        var end = left + Typography.Line(page, entry.Title, left, baseline, size, strong);
        page.DrawLine(Dots, end + 3, baseline - 1, right - figures - 3, baseline - 1);
        Typography.Line(page, figure, right - figures, baseline, largest, strong);
    }

    private static void PageFoot(XGraphics page, string chapter, int number)
    {
        const double Size = 9.5;
        var figure = number.ToString(CultureInfo.InvariantCulture);
        var words = $"操作手册　{chapter}";
        page.DrawLine(new XPen(XColors.Gray, 0.4), Paper.Points(Typesetter.Left), Paper.Points(Foot - 5), Paper.Points(Typesetter.Right), Paper.Points(Foot - 5));
        Typography.Line(page, words, Paper.Points(Typesetter.Left), Paper.Points(Foot), Typography.Fit(words, Paper.Points(140), Size, 6));
        Typography.Line(page, figure, Paper.Points(Typesetter.Right) - Typography.Width(figure, Size + 2, true), Paper.Points(Foot), Size + 2, true);
    }

    private static void Bookmarks(PdfDocument document, IReadOnlyList<Typesetter.Entry> entries, int before)
    {
        PdfOutline? chapter = null;
        foreach (var entry in entries)
        {
            var target = document.Pages[entry.Page + before - 1];
            if (entry.Level == 1)
            {
                chapter = document.Outlines.Add(entry.Title, target, false);
            }
            else
            {
                chapter!.Outlines.Add(entry.Title, target, false);
            }
        }
    }

    private XImage? Image(string address)
    {
        if (!_images.TryGetValue(address, out var image))
        {
            _images[address] = image = _pictures(address) is { } file ? PlainPicture.Read(file) : null;
        }

        return image;
    }
}

/// <summary>A chapter to typeset.</summary>
/// <param name="Address">Its address in the program, as links name it.</param>
/// <param name="Title">Its title, which is not part of the text.</param>
/// <param name="Text">Parsed Markdown: headings, paragraphs, lists, tables, pictures on lines of their own.</param>
public sealed record HandbookChapter(string Address, string Title, MarkdownDocument Text);
