using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using HealthCode.Domain.PrintRuns;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using SkiaSharp;

namespace HealthCode.Web.Printing;

/// <summary>文字 — fonts with fallback, measuring, fitting, wrapping and drawing of text. A character that no font has is left as a blank to fill in by
/// hand.</summary>
public static class Typography
{
    /// <summary>Distance of the lines of <see cref="WrapToFit"/>, in font sizes.</summary>
    public const double LineSpacing = 1.2;

    private const string Text = "HealthCode Text";
    private const string Strong = "HealthCode Strong";
    private const string RareA = "HealthCode Rare A";
    private const string RareB = "HealthCode Rare B";

    /// <summary>Pseudo font for characters that no font has: a hairline with room above it to write by hand.</summary>
    internal const string Blank = "HealthCode Blank";

    /// <summary>Width of a blank in ems: 5 mm at 9 points, enough for a ball pen. The hairline is shorter by the margin at both ends.</summary>
    internal const double BlankWidth = 1.6;
    internal const double HairlineMargin = 0.1;

    /// <summary>Depth of the hairline below the baseline, and its thickness, in ems.</summary>
    internal const double HairlineDepth = 0.14;
    internal const double HairlineWeight = 0.03;

    /// <summary>Fonts by role with candidate files in order of preference: Debian's first, then those of Windows.</summary>
    private static readonly (string Face, string Package, string[] Files)[] Wanted =
    [
        (Text, "fonts-lxgw-wenkai", ["LXGWWenKai-Regular.ttf", "simkai.ttf"]),
        (Strong, "fonts-lxgw-wenkai", ["LXGWWenKai-Bold.ttf", "simhei.ttf"]),
        (RareA, "fonts-hanazono", ["HanaMinA.ttf", "simsunb.ttf"]),
        (RareB, "fonts-hanazono", ["HanaMinB.ttf", "simsunb.ttf"]),
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, FontFace>> Fonts = new(() => FindFonts(Folders));

    // Cached: a run of a thousand cards uses few sizes and measures the same few thousand characters.
    private static readonly ConcurrentDictionary<(string Face, double Size), XFont> Cut = new();
    private static readonly ConcurrentDictionary<(string Face, Rune Character), double> Advances = new();
    private static readonly ConcurrentDictionary<(Rune Character, bool Strong), string> Faces = new();

    static Typography() => GlobalFontSettings.FontResolver = new Resolver();

    /// <summary>Font folders; the program's own first, so that a published installation does not depend on system fonts.</summary>
    public static IReadOnlyList<string> Folders =>
    [
        Path.Combine(AppContext.BaseDirectory, "fonts"),
        "/usr/share/fonts", "/usr/local/share/fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ];

    /// <summary>A message for each font missing in these folders; empty if everything can be printed.</summary>
    public static IReadOnlyList<string> MissingFonts(IEnumerable<string> folders)
    {
        var found = FindFonts(folders);
        return [.. Wanted.Where(font => !found.ContainsKey(font.Face)).Select(font => $"缺少字体 {string.Join(" 或 ", font.Files)}（Debian 软件包 {font.Package}），请安装后再启动。")];
    }

    /// <summary>Creates an empty document with a title; its properties contain no personal data. Save it with <see cref="PdfOutput"/>.</summary>
    public static PdfDocument Document(string title)
    {
        var document = new PdfDocument();
        document.Info.Title = title;
        document.Info.Creator = "HealthCode";
        return document;
    }

    /// <summary>Adds a page; the drawing unit is points.</summary>
    public static XGraphics Page(this PdfDocument document, Paper paper)
    {
        var page = document.AddPage();
        page.Width = XUnit.FromMillimeter(paper.Width);
        page.Height = XUnit.FromMillimeter(paper.Height);
        return XGraphics.FromPdfPage(page);
    }

    /// <summary>Applies the printer's offset and scale to everything drawn afterwards.</summary>
    public static void Calibrate(this XGraphics page, Calibration? calibration)
    {
        if (calibration is { } off)
        {
            page.TranslateTransform(Paper.Points((double)off.OffsetX), Paper.Points((double)off.OffsetY));
            page.ScaleTransform((double)off.Scale / 100);
        }
    }

    /// <summary>Whether any font has the character.</summary>
    public static bool HasGlyph(Rune rune) => FaceOf(rune, false) != Blank;

    /// <summary>Positions, from 1, of the characters that no font has.</summary>
    public static IReadOnlyList<int> BlanksOf(string text) =>
    [
        .. Elements(text).Index().Where(each => Runs(each.Item, false).Any(run => run.Face == Blank)).Select(each => each.Index + 1),
    ];

    /// <summary>Width of a text, in points.</summary>
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

    /// <summary>Draws a centred line.</summary>
    public static void Centred(XGraphics page, string text, double centre, double y, double size, bool strong = false, XBrush? brush = null) =>
        Line(page, text, centre - (Width(text, size, strong) / 2), y, size, strong, brush);

    /// <summary>Largest font size, in steps of half a point, at which the text fits on one line; at least the smallest.</summary>
    public static double Fit(string text, double width, double largest, double smallest, bool strong = false)
    {
        // Tolerance for rounding: a width measured at a size must fit at that size.
        var steps = Math.Ceiling(((largest - (width / Math.Max(Width(text, 1, strong), 0.001))) * 2) - 1e-6);
        return Math.Max(largest - (Math.Max(steps, 0) / 2), smallest);
    }

    /// <summary>Wraps a text: after · and punctuation if that loses less than half a line, else between characters, never inside a text
    /// element.</summary>
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
                // A line must not start with closing punctuation: the preceding character moves with it.
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

    /// <summary>Wraps a text in the largest size, in steps of a point, in which all of it fits into a box; at least the smallest.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">Width of the box in points.</param>
    /// <param name="height">Height of the box in points.</param>
    /// <param name="largest">Largest size.</param>
    /// <param name="smallest">Smallest size.</param>
    /// <param name="strong">Bold.</param>
    public static (IReadOnlyList<string> Lines, double Size) WrapToFit(string text, double width, double height, double largest, double smallest, bool strong = false)
    {
        var size = largest;
        var lines = Wrap(text, width, size, strong);
        while (lines.Count * size * LineSpacing > height && size > smallest)
        {
            size--;
            lines = Wrap(text, width, size, strong);
        }

        return (lines, size);
    }

    /// <summary>Break after the last clause if that loses less than half a line; else before the last character.</summary>
    private static int BreakBefore(string line)
    {
        var clause = line.LastIndexOfAny(['，', '；']) + 1;
        var last = StringInfo.ParseCombiningCharacters(line)[^1];
        return clause > line.Length / 2 ? clause : last > 0 ? last : line.Length;
    }

    private static bool IsClosing(string element) => "，。、；：！？）”》〕】".Contains(element, StringComparison.Ordinal);

    /// <summary>Break after · in a name or at a space in Latin text if that loses less than half a line.</summary>
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

    /// <summary>Splits the text into runs of one font. Characters missing in all fonts get the face <see cref="Blank"/>, because no code point may be
    /// printed in place of a character on a stamped card.</summary>
    internal static IEnumerable<(string Face, string Text)> Runs(string text, bool strong)
    {
        var (face, run) = ("", new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            // Variation selectors are dropped: the fonts have only one form of each character.
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

    /// <summary>Typeface of a font role, for bitmaps.</summary>
    internal static SKTypeface TypefaceOf(string face) => Fonts.Value[face].Typeface;

    private static string FaceOf(Rune rune, bool strong) => Faces.GetOrAdd((rune, strong), wanted =>
        ((string[])[wanted.Strong ? Strong : Text, Text, RareA, RareB])
            .FirstOrDefault(face => Fonts.Value.TryGetValue(face, out var font) && font.Has(wanted.Character)) ?? Blank);

    private static XFont Font(string face, double size) => Cut.GetOrAdd((face, size), wanted => new(wanted.Face, wanted.Size, XFontStyleEx.Regular));

    /// <summary>Width in ems; the fonts have no kerning.</summary>
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
