using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace HealthCode.Web.Printing.Seals;

/// <summary>公章图样 — the picture of an office's official seal, read from an uploaded PNG or SVG, to be printed over a card. White is paper, not ink: what lies below stays readable.</summary>
public sealed class SealImage
{
    /// <summary>The largest file that is read, bytes.</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>A seal is round: its sides differ by no more than this part of the larger one.</summary>
    private const double Unsquare = 0.1;

    private readonly ConditionalWeakTable<PdfDocument, XImage> _drawn = [];
    private readonly Func<PdfDocument, XImage> _draw;
    private readonly double _width;
    private readonly double _height;

    private SealImage(double width, double height, Func<PdfDocument, XImage> draw) => (_width, _height, _draw) = (width, height, draw);

    /// <summary>Reads an uploaded file, known by its content and not by its name.</summary>
    /// <param name="file">PNG or SVG.</param>
    /// <param name="image">The seal; null when there is a fault.</param>
    /// <param name="fault">Why it cannot be used and what to do next, a Chinese sentence; null when there is none.</param>
    /// <returns>Whether the file can be printed.</returns>
    public static bool TryRead(byte[] file, [NotNullWhen(true)] out SealImage? image, [NotNullWhen(false)] out string? fault)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            (image, fault) = (Read(file), null);
            return true;
        }
        catch (SealFaultException found)
        {
            (image, fault) = (null, found.Message);
            return false;
        }
    }

    /// <summary>Draws the seal about a centre, its larger side as long as the diameter, in its own proportions and colours.</summary>
    /// <param name="page">A page of a document, in points.</param>
    /// <param name="centreX">Points.</param>
    /// <param name="centreY">Points.</param>
    /// <param name="diameter">Points.</param>
    /// <exception cref="ArgumentException">The canvas is no page of a document.</exception>
    public void Draw(XGraphics page, double centreX, double centreY, double diameter)
    {
        ArgumentNullException.ThrowIfNull(page);
        var document = page.PdfPage?.Owner ?? throw new ArgumentException("a seal is drawn on a page of a document", nameof(page));
        var scale = diameter / Math.Max(_width, _height);
        page.DrawImage(For(document), centreX - (_width * scale / 2), centreY - (_height * scale / 2), _width * scale, _height * scale);
    }

    /// <summary>The seal as an object of the document, made at the first call and referred to by every page afterwards.</summary>
    private XImage For(PdfDocument document) => _drawn.GetValue(document, found => _draw(found));

    private static SealImage Read(byte[] file)
    {
        if (file.Length == 0)
        {
            throw new SealFaultException("这个文件是空的，请重新选择公章图样（PNG 或 SVG）。");
        }

        if (file.Length > LargestFile)
        {
            throw new SealFaultException("文件超过 2 MB，请缩小图样后重新上传。");
        }

        if (PngPicture.Is(file))
        {
            return OfPixels(PngPicture.Open(file));
        }

        return SvgFile.TryLoad(file) is { } svg
            ? OfShapes(SvgDrawing.Read(svg))
            : throw new SealFaultException("这个文件既不是 PNG 图片也不是 SVG 图形，请用看图或绘图软件另存为 PNG 或 SVG 后重新上传。");
    }

    private static SealImage OfPixels(PngPicture png)
    {
        RequireSquare(png.Width, png.Height);
        var ink = SealInk.From(png);
        return new(ink.Width, ink.Height, _ => ink.Image);
    }

    private static SealImage OfShapes(SvgDrawing drawing)
    {
        RequireSquare(drawing.Width, drawing.Height);
        return new(drawing.Width, drawing.Height, drawing.Form);
    }

    private static void RequireSquare(double width, double height)
    {
        if (Math.Abs(width - height) > Math.Max(width, height) * Unsquare)
        {
            throw new SealFaultException($"图样宽 {width:0.#}、高 {height:0.#}，不是方形；请沿公章外缘裁成方形后重新上传。");
        }
    }
}
