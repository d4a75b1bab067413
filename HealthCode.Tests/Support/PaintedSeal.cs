using SkiaSharp;

namespace HealthCode.Tests.Support;

/// <summary>Draws a seal on a sheet of paper, as a scanner or a phone would see it.</summary>
internal static class PaintedSeal
{
    public static readonly SKColor Red = new(200, 40, 50);

    /// <summary>A white sheet with a seal made of a ring, a star and a name.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="centre">Centre of the seal, in pixels.</param>
    /// <param name="diameter">Diameter of the seal, in pixels.</param>
    /// <param name="ink">Colour of the seal; red if null.</param>
    /// <param name="also">Draws other content, below the seal.</param>
    public static SKBitmap Sheet(int width, int height, (float X, float Y) centre, float diameter, SKColor? ink = null, Action<SKCanvas>? also = null)
    {
        var sheet = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(sheet);
        canvas.Clear(SKColors.White);
        also?.Invoke(canvas);
        canvas.Translate(centre.X, centre.Y);
        canvas.Scale(diameter / 42);
        Draw(canvas, ink ?? Red);
        return sheet;
    }

    /// <summary>Makes it look like a phone's photograph: yellow light, darker to the lower right, a soft slanted shadow, noise.</summary>
    /// <param name="sheet">Changed in place.</param>
    public static SKBitmap Photographed(this SKBitmap sheet)
    {
        using (var canvas = new SKCanvas(sheet))
        using (var light = SKShader.CreateLinearGradient(new(0, 0), new(sheet.Width, sheet.Height), [new SKColor(232, 224, 205), new SKColor(150, 142, 122)], SKShaderTileMode.Clamp))
        using (var lamp = new SKPaint { Shader = light, BlendMode = SKBlendMode.Multiply })
        using (var soft = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, sheet.Width / 20f))
        using (var shadow = new SKPaint { Color = new SKColor(170, 170, 175), BlendMode = SKBlendMode.Multiply, MaskFilter = soft })
        {
            canvas.DrawRect(0, 0, sheet.Width, sheet.Height, lamp);
            canvas.RotateDegrees(12, sheet.Width / 2f, sheet.Height / 2f);
            canvas.DrawRect(sheet.Width * 0.55f, -sheet.Height, sheet.Width * 2, sheet.Height * 3, shadow);
        }

#pragma warning disable CA5394 // Noise needs no secure random numbers.
        var random = new Random(2020);
        var pixels = sheet.GetPixelSpan();
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var grain = random.Next(-8, 9);
            for (var colour = i; colour < i + 3; colour++)
            {
                pixels[colour] = (byte)Math.Clamp(pixels[colour] + grain, 0, 255);
            }
        }
#pragma warning restore CA5394
        return sheet;
    }

    /// <summary>Encodes and disposes the bitmap.</summary>
    public static byte[] File(this SKBitmap sheet, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using (sheet)
        using (var file = sheet.Encode(format, 90))
        {
            return file.ToArray();
        }
    }

    /// <summary>Adds the orientation of the camera to a JPEG (EXIF 2.3, tag 0x0112).</summary>
    public static byte[] Held(byte[] jpeg, byte orientation) =>
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0,
        1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. jpeg[2..],
    ];

    /// <summary>Draws the seal 42 units wide around the origin; the name is in the upper half, so its orientation can be seen.</summary>
    private static void Draw(SKCanvas canvas, SKColor ink)
    {
        using var ring = new SKPaint { Color = ink, IsStroke = true, StrokeWidth = 1.2f, IsAntialias = true };
        using var fill = new SKPaint { Color = ink, IsAntialias = true };
        canvas.DrawCircle(0, 0, 20.4f, ring);
        using var star = new SKPathBuilder();
        for (var i = 0; i < 10; i++)
        {
            var (sine, cosine) = Math.SinCos(Math.PI * i / 5);
            var radius = i % 2 == 0 ? 7.0 : 2.7;
            var point = new SKPoint((float)(radius * sine), (float)(-radius * cosine));
            if (i == 0)
            {
                star.MoveTo(point);
            }
            else
            {
                star.LineTo(point);
            }
        }

        using var shape = star.Detach();
        canvas.DrawPath(shape, fill);
        for (var i = -4; i <= 4; i++)
        {
            canvas.Save();
            canvas.RotateDegrees(i * 28);
            canvas.DrawRect(-2, -17, 4, 0.7f, fill);
            canvas.DrawRect(-0.4f, -17, 0.8f, 4, fill);
            canvas.DrawRect(-1.6f, -13.7f, 3.2f, 0.7f, fill);
            canvas.Restore();
        }
    }
}
