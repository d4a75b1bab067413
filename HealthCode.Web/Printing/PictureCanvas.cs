using SkiaSharp;

namespace HealthCode.Web.Printing;

/// <summary>卡的图 — draws a side of a card as a picture for the screen, with the fonts, sizes and positions of the print.</summary>
public sealed class PictureCanvas : ICardCanvas, IDisposable
{
    /// <summary>Pixels per mm: twice what is shown at the usual size, so that 200 % zoom stays sharp.</summary>
    private const float Scale = 8;

    private const int Compression = 3;

    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;
    private readonly SKPaint _black = new() { Color = SKColors.Black, IsAntialias = true };
    private readonly SKPaint _gray = new() { Color = SKColors.Gray, IsAntialias = true };

    /// <summary>Creates a white side of a card, in mm.</summary>
    public PictureCanvas(double width, double height)
    {
        _bitmap = new(new SKImageInfo((int)Math.Round(width * Scale), (int)Math.Round(height * Scale), SKColorType.Gray8, SKAlphaType.Opaque));
        _canvas = new(_bitmap);
        _canvas.Clear(SKColors.White);
        _canvas.Scale(Scale);
    }

    public void Line(string text, double x, double y, double size, bool strong = false) => Write(text, x, y, size, strong, _black);

    public void Code(QrCode code, double x, double y, double side)
    {
        ArgumentNullException.ThrowIfNull(code);
        var module = side / code.Modules;
        // Without antialiasing no light seams show between the rows.
        using var solid = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        foreach (var (row, column, length) in code.Bars)
        {
            _canvas.DrawRect((float)(x + (column * module)), (float)(y + (row * module)), (float)(length * module), (float)module, solid);
        }
    }

    public void Hairline(double from, double to, double y) => Stroke(0.4, null, pen => _canvas.DrawLine((float)from, (float)y, (float)to, (float)y, pen));

    public void SealPlace(double x, double y, double diameter) => Stroke(0.6, [3, 1], pen => _canvas.DrawCircle((float)x, (float)y, (float)(diameter / 2), pen));

    public void Hint(string text, double centre, double y, double size) =>
        Write(text, centre - (Paper.Millimetres(Typography.Width(text, size)) / 2), y, size, false, _gray);

    /// <summary>The side as PNG.</summary>
    public byte[] Png()
    {
        using var pixels = _bitmap.PeekPixels();
        using var png = pixels!.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, Compression));
        return png!.ToArray();
    }

    public void Dispose()
    {
        _black.Dispose();
        _gray.Dispose();
        _canvas.Dispose();
        _bitmap.Dispose();
    }

    private void Write(string text, double x, double y, double size, bool strong, SKPaint paint)
    {
        var em = Paper.Millimetres(size);
        foreach (var (face, run) in Typography.Runs(text, strong))
        {
            // The size of the font is in mm, as everything here; hinting would round it to pixels of 1 mm.
            using var font = face == Typography.Blank ? null : new SKFont(Typography.TypefaceOf(face), (float)em) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true };
            foreach (var character in run.EnumerateRunes())
            {
                if (font is null)
                {
                    _canvas.DrawRect(
                        (float)(x + (Typography.HairlineMargin * em)), (float)(y + ((Typography.HairlineDepth - Typography.HairlineWeight) * em)),
                        (float)((Typography.BlankWidth - (2 * Typography.HairlineMargin)) * em), (float)(Typography.HairlineWeight * em), paint);
                }
                else
                {
                    _canvas.DrawText(character.ToString(), (float)x, (float)y, SKTextAlign.Left, font, paint);
                }

                x += Typography.Advance(face, character.ToString()) * em;
            }
        }
    }

    private static void Stroke(double points, float[]? dashes, Action<SKPaint> draw)
    {
        var width = (float)Paper.Millimetres(points);
        using var dash = dashes is null ? null : SKPathEffect.CreateDash([.. dashes.Select(length => length * width)], 0);
        using var pen = new SKPaint { Color = SKColors.Gray, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, PathEffect = dash };
        draw(pen);
    }
}
