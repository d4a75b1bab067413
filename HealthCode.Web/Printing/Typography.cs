using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using HealthCode.Domain.PrintRuns;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using SkiaSharp;

namespace HealthCode.Web.Printing;

/// <summary>文字 — fonts and their order, measuring, fitting, wrapping, drawing. Every character comes out: from the first font that has it, or as a blank to be filled by hand.</summary>
public static class Typography
{
    private const string Text = "HealthCode Text";
    private const string Strong = "HealthCode Strong";
    private const string RareA = "HealthCode Rare A";
    private const string RareB = "HealthCode Rare B";

    /// <summary>The face of characters that no font has: a hairline, and room above it to write by hand.</summary>
    internal const string Blank = "HealthCode Blank";

    /// <summary>A blank in ems: at the 9 points of a sticker 5 mm, which a ball pen needs; its hairline is that much shorter at either end.</summary>
    internal const double BlankWidth = 1.6;
    internal const double HairlineMargin = 0.1;

    /// <summary>How far below the baseline the hairline runs, and how thick it is.</summary>
    internal const double HairlineDepth = 0.14;
    internal const double HairlineWeight = 0.03;

    /// <summary>Each role and the files that can play it, in the order of preference: Debian's, then what Windows has.</summary>
    private static readonly (string Face, string Package, string[] Files)[] Wanted =
    [
        (Text, "fonts-lxgw-wenkai", ["LXGWWenKai-Regular.ttf", "simkai.ttf"]),
        (Strong, "fonts-lxgw-wenkai", ["LXGWWenKai-Bold.ttf", "simhei.ttf"]),
        (RareA, "fonts-hanazono", ["HanaMinA.ttf", "simsunb.ttf"]),
        (RareB, "fonts-hanazono", ["HanaMinB.ttf", "simsunb.ttf"]),
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, FontFace>> Fonts = new(() => FindFonts(Folders));

    // A run of a thousand cards sets the same few sizes and measures the same few thousand characters.
    private static readonly ConcurrentDictionary<(string Face, double Size), XFont> Cut = new();
    private static readonly ConcurrentDictionary<(string Face, Rune Character), double> Advances = new();
    private static readonly ConcurrentDictionary<(Rune Character, bool Strong), string> Faces = new();

    static Typography() => GlobalFontSettings.FontResolver = new Resolver();

    /// <summary>Where fonts are looked for: the program's own first, so that a published office PC needs none of the system's.</summary>
    public static IReadOnlyList<string> Folders =>
    [
        Path.Combine(AppContext.BaseDirectory, "fonts"),
        "/usr/share/fonts", "/usr/local/share/fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ];

    /// <summary>What these folders lack, as sentences for whoever starts the program; empty when everything can be printed.</summary>
    public static IReadOnlyList<string> MissingFonts(IEnumerable<string> folders)
    {
        var found = FindFonts(folders);
        return [.. Wanted.Where(font => !found.ContainsKey(font.Face)).Select(font => $"缺少字体 {string.Join(" 或 ", font.Files)}（Debian 软件包 {font.Package}），请安装后再启动。")];
    }

    /// <summary>An empty document with its title; nothing about a person stands in its properties. It leaves by <see cref="PdfOutput"/>.</summary>
    public static PdfDocument Document(string title)
    {
        var document = new PdfDocument();
        document.Info.Title = title;
        document.Info.Creator = "HealthCode";
        return document;
    }

    /// <summary>A page of a paper, to be drawn on in points.</summary>
    public static XGraphics Page(this PdfDocument document, Paper paper)
    {
        var page = document.AddPage();
        page.Width = XUnit.FromMillimeter(paper.Width);
        page.Height = XUnit.FromMillimeter(paper.Height);
        return XGraphics.FromPdfPage(page);
    }

    /// <summary>Moves and stretches what is drawn from here on, so that it comes out of this printer where it belongs.</summary>
    public static void Calibrate(this XGraphics page, Calibration? calibration)
    {
        if (calibration is { } off)
        {
            page.TranslateTransform(Paper.Points((double)off.OffsetX), Paper.Points((double)off.OffsetY));
            page.ScaleTransform((double)off.Scale / 100);
        }
    }

    /// <summary>Whether some font has the character.</summary>
    public static bool HasGlyph(Rune rune) => FaceOf(rune, false) != Blank;

    /// <summary>The places, from 1, of the characters of a text that no font has: on paper they are left blank.</summary>
    public static IReadOnlyList<int> BlanksOf(string text) =>
    [
        .. Elements(text).Index().Where(each => Runs(each.Item, false).Any(run => run.Face == Blank)).Select(each => each.Index + 1),
    ];

    /// <summary>Width in points.</summary>
    public static double Width(string text, double size, bool strong = false) => Runs(text, strong).Sum(run => Advance(run.Face, run.Text)) * size;

    /// <summary>Draws one line with its baseline at y; returns the width in points.</summary>
    public static double Line(XGraphics page, string text, double x, double y, double size, bool strong = false, XBrush? brush = null)
    {
        var start = x;
        foreach (var (face, run) in Runs(text, strong))
        {
            if (face == Blank)
            {
                Hairlines(page, run, x, y, size);
            }
            else
            {
                page.DrawString(run, Font(face, size), brush ?? XBrushes.Black, x, y, XStringFormats.Default);
            }

            x += Advance(face, run) * size;
        }

        return x - start;
    }

    private static void Hairlines(XGraphics page, string run, double x, double y, double size)
    {
        foreach (var _ in run.EnumerateRunes())
        {
            page.DrawRectangle(
                XBrushes.Black,
                x + (HairlineMargin * size), y + ((HairlineDepth - HairlineWeight) * size),
                (BlankWidth - (2 * HairlineMargin)) * size, HairlineWeight * size);
            x += BlankWidth * size;
        }
    }

    /// <summary>Draws one line about a centre.</summary>
    public static void Centred(XGraphics page, string text, double centre, double y, double size, bool strong = false, XBrush? brush = null) =>
        Line(page, text, centre - (Width(text, size, strong) / 2), y, size, strong, brush);

    /// <summary>The largest size, in steps of half a point, at which the text fits on one line; the smallest when none does.</summary>
    public static double Fit(string text, double width, double largest, double smallest, bool strong = false)
    {
        // The last figure of a width is rounded: what was measured at a size still fits at that size.
        var steps = Math.Ceiling(((largest - (width / Math.Max(Width(text, 1, strong), 0.001))) * 2) - 1e-6);
        return Math.Max(largest - (Math.Max(steps, 0) / 2), smallest);
    }

    /// <summary>Breaks a text into lines that fit: behind · and punctuation where that is near the end, else between any two characters, never inside one.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool strong = false)
    {
        if (text.Length > 0 && Width(text, size, strong) <= width)
        {
            return [text];
        }

        List<string> lines = [];
        var line = "";
        foreach (var element in Elements(text))
        {
            if (line.Length > 0 && Width(line + element, size, strong) > width)
            {
                // A line never begins with a full stop: the character before it comes along.
                var keep = IsClosing(element) ? BreakBefore(line) : BreakBehind(line);
                lines.Add(line[..keep].TrimEnd());
                line = line[keep..].TrimStart();
            }

            line += element;
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Behind the clause before, when less than half a line is lost; else before the last character.</summary>
    private static int BreakBefore(string line)
    {
        var clause = line.LastIndexOfAny(['，', '；']) + 1;
        var last = StringInfo.ParseCombiningCharacters(line)[^1];
        return clause > line.Length / 2 ? clause : last > 0 ? last : line.Length;
    }

    private static bool IsClosing(string element) => "，。、；：！？）”》〕】".Contains(element, StringComparison.Ordinal);

    /// <summary>A name is broken at ·, a Latin word at its blank, when less than half a line is lost.</summary>
    private static int BreakBehind(string line)
    {
        var dot = line.LastIndexOf('·') + 1;
        var blank = char.IsAsciiLetterOrDigit(line[^1]) ? line.LastIndexOf(' ') + 1 : 0;
        var place = Math.Max(dot, blank);
        return place > line.Length / 2 ? place : line.Length;
    }

    private static IEnumerable<string> Elements(string text)
    {
        var walk = StringInfo.GetTextElementEnumerator(text);
        while (walk.MoveNext())
        {
            yield return walk.GetTextElement();
        }
    }

    /// <summary>The text in pieces of one font each. A character that no font has is of the face <see cref="Blank"/>: no code of it stands on a stamped card.</summary>
    internal static IEnumerable<(string Face, string Text)> Runs(string text, bool strong)
    {
        var (face, run) = ("", new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            // A variation selector chooses among shapes of the character before it; the fonts here have one.
            if (rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF))
            {
                continue;
            }

            var next = FaceOf(rune, strong);
            if (next != face && run.Length > 0)
            {
                yield return (face, run.ToString());
                run.Clear();
            }

            face = next;
            run.Append(rune.ToString());
        }

        if (run.Length > 0)
        {
            yield return (face, run.ToString());
        }
    }

    /// <summary>The typeface of a run's face, for bitmaps.</summary>
    internal static SKTypeface TypefaceOf(string face) => Fonts.Value[face].Typeface;

    private static string FaceOf(Rune rune, bool strong) => Faces.GetOrAdd((rune, strong), wanted =>
        ((string[])[wanted.Strong ? Strong : Text, Text, RareA, RareB])
            .FirstOrDefault(face => Fonts.Value.TryGetValue(face, out var font) && font.Has(wanted.Character)) ?? Blank);

    private static XFont Font(string face, double size) => Cut.GetOrAdd((face, size), wanted => new(wanted.Face, wanted.Size, XFontStyleEx.Regular));

    /// <summary>Width in ems; the fonts know no kerning.</summary>
    internal static double Advance(string face, string text)
    {
        var sum = 0.0;
        foreach (var character in text.EnumerateRunes())
        {
            sum += Advances.GetOrAdd((face, character), Measured);
        }

        return sum;
    }

    private static double Measured((string Face, Rune Character) wanted)
    {
        if (wanted.Face == Blank)
        {
            return BlankWidth;
        }

        const double Size = 1000;
        using var scale = XGraphics.CreateMeasureContext(new XSize(Size, Size), XGraphicsUnit.Point, XPageDirection.Downwards);
        return scale.MeasureString(wanted.Character.ToString(), Font(wanted.Face, Size), XStringFormats.Default).Width / Size;
    }

    private static Dictionary<string, FontFace> FindFonts(IEnumerable<string> folders)
    {
        var files = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", SearchOption.AllDirectories))
            .GroupBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key!, group => group.First(), StringComparer.OrdinalIgnoreCase);
        return Wanted
            .Select(font => (font.Face, Path: font.Files.Select(file => files.GetValueOrDefault(file)).FirstOrDefault(path => path is not null)))
            .Where(found => found.Path is not null)
            .ToDictionary(found => found.Face, found => new FontFace(found.Path!));
    }

    private sealed class Resolver : IFontResolver
    {
        public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) =>
            Fonts.Value.ContainsKey(familyName) ? new(familyName) : null;

        public byte[]? GetFont(string faceName) => Fonts.Value[faceName].Bytes;
    }
}
