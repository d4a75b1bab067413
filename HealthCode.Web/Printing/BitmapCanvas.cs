using SkiaSharp;

namespace HealthCode.Web.Printing;

/// <summary>热敏点阵 — renders a label as a black-and-white bitmap with the dots of a thermal print head, independent of the fonts of the printer
/// driver.</summary>
public sealed class BitmapCanvas : ICanvas, IDisposable
{
    /// <summary>8 dots per mm (203 dpi).</summary>
    public const int DotsPerMillimetre = 8;

    /// <summary>Offset of the end of the PNG signature and IHDR chunk.</summary>
    private const int BehindHeader = 33;

    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;
    private readonly SKPaint _black = new() { Color = SKColors.Black, IsAntialias = false };

    /// <summary>Creates a white label.</summary>
    public BitmapCanvas(Paper label)
    {
        _bitmap = new(new SKImageInfo(Dots(label.Width), Dots(label.Height), SKColorType.Gray8, SKAlphaType.Opaque));
        _canvas = new(_bitmap);
        _canvas.Clear(SKColors.White);
    }

    /// <summary>A pHYs chunk with 8,000 dots per metre and its checksum. Skia does not write one, and without it the label is printed at 96
    /// dpi.</summary>
    private static ReadOnlySpan<byte> Size => [0, 0, 0, 9, (byte)'p', (byte)'H', (byte)'Y', (byte)'s', 0, 0, 0x1F, 0x40, 0, 0, 0x1F, 0x40, 1, 0x93, 0xA8, 0x5B, 0xA7];

    public void Line(string text, double x, double y, double size, bool strong = false)
    {
        var (pen, baseline, em) = (x * DotsPerMillimetre, (int)Math.Round(y * DotsPerMillimetre), Paper.Millimetres(size) * DotsPerMillimetre);
        foreach (var (face, run) in Typography.Runs(text, strong))
        {
            // Without antialiasing the font rasteriser keeps thin strokes; drawing filled outlines would lose them.
            using var font = face == Typography.Blank ? null : new SKFont(Typography.TypefaceOf(face), (float)em)
            {
                Edging = SKFontEdging.Alias, Hinting = SKFontHinting.None, Subpixel = false,
            };
            foreach (var character in run.EnumerateRunes())
            {
                // Each character starts at a whole dot, so that it looks the same everywhere.
                var left = (int)Math.Round(pen);
                if (font is null)
                {
                    Hairline(left, baseline, em);
                }
                else
                {
                    _canvas.DrawText(character.ToString(), left, baseline, SKTextAlign.Left, font, _black);
                }

                pen += Typography.Advance(face, character.ToString()) * em;
            }
        }
    }

    public void Code(QrCode code, double x, double y, double side)
    {
        var (modules, bars) = code;
        var (left, top) = ((int)Math.Round(x * DotsPerMillimetre), (int)Math.Round(y * DotsPerMillimetre));
        // A whole number of dots per module; otherwise modules would differ in width.
        var module = (int)Math.Round(side * DotsPerMillimetre) / modules;
        foreach (var (row, column, length) in bars)
        {
            Fill(left + (column * module), top + (row * module), length * module, module);
        }
    }

    /// <summary>The label as PNG with its physical size.</summary>
    public byte[] Png()
    {
        using var png = _bitmap.Encode(SKEncodedImageFormat.Png, 100);
        var bytes = png.AsSpan();
        return [.. bytes[..BehindHeader], .. Size, .. bytes[BehindHeader..]];
    }

    public void Dispose()
    {
        _black.Dispose();
        _canvas.Dispose();
        _bitmap.Dispose();
    }

    private static int Dots(double millimetres) => (int)(millimetres * DotsPerMillimetre);

    /// <summary>Placeholder for a character missing in all fonts, as in PDFs.</summary>
    private void Hairline(int left, int baseline, double em)
    {
        var margin = (int)Math.Round(Typography.HairlineMargin * em);
        var weight = Math.Max(1, (int)Math.Round(Typography.HairlineWeight * em));
        Fill(left + margin, baseline + (int)Math.Round(Typography.HairlineDepth * em) - weight, (int)Math.Round(Typography.BlankWidth * em) - (2 * margin), weight);
    }

    private void Fill(int x, int y, int width, int height) => _canvas.DrawRect(x, y, width, height, _black);
}
