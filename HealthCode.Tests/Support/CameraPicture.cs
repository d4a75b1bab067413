using HealthCode.Web.Printing;
using SkiaSharp;

namespace HealthCode.Tests.Support;

/// <summary>A frame of a gate's camera, 1280 × 720: the back of a card held before it, among other things, as a cheap camera shows it. Always the same for the same values.</summary>
public sealed record CameraPicture
{
    public const int Width = 1280;
    public const int Height = 720;

    /// <summary>Pixels that a module of the code has in the frame: of a code of 36 mm before a PC's camera 2.5 at 30 cm, 6 at 12 cm, and 2.2 at 60 cm in the middle of a picture of 1920 × 1080.</summary>
    public double Module { get; init; } = 4;

    /// <summary>Degrees.</summary>
    public double Turned { get; init; } = 4;

    /// <summary>How much nearer one edge of the code is to the camera than the other: 0.2 is a fifth.</summary>
    public double Slanted { get; init; } = 0.03;

    /// <summary>Standard deviation in pixels.</summary>
    public double Blur { get; init; } = 0.5;

    /// <summary>Luminance of ink and of paper.</summary>
    public (byte Ink, byte Paper) Light { get; init; } = (35, 215);

    /// <summary>Whether a lamp is reflected in the laminate, over the code and none of its marks.</summary>
    public bool Glare { get; init; }

    /// <summary>Where the code is in the frame, from its middle.</summary>
    public (int X, int Y) At { get; init; }

    public int Noise { get; init; } = 6;

    /// <summary>Quality of the JPEG, in percent.</summary>
    public int Quality { get; init; } = 80;

    /// <summary>The frame as a JPEG.</summary>
    /// <param name="text">What the code says; null for a card held with its front to the camera, which has none.</param>
    public byte[] Jpeg(string? text)
    {
        using var frame = Drawn(text);
        using var picture = SKImage.FromBitmap(frame);
        using var file = picture.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return file.ToArray();
    }

    /// <summary>The frame for the file of Chromium's invented camera: luminance, then the two halves of colour without any.</summary>
    public byte[] Yuv(string? text)
    {
        using var frame = Drawn(text);
        using var grey = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(grey))
        {
            canvas.DrawBitmap(frame, 0, 0, SKSamplingOptions.Default);
        }

        return [.. grey.Bytes, .. Enumerable.Repeat((byte)128, Width * Height / 2)];
    }

    private SKBitmap Drawn(string? text)
    {
        using var scene = new SKBitmap(Width, Height);
        using (var canvas = new SKCanvas(scene))
        {
            Surroundings(canvas);
            Card(canvas, text);
        }

        var frame = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(frame))
        {
            var (scale, black) = ((Light.Paper - Light.Ink) / 255f, Light.Ink / 255f);
            using var lens = new SKPaint
            {
                ImageFilter = Blur > 0 ? SKImageFilter.CreateBlur((float)Blur, (float)Blur) : null,
                ColorFilter = SKColorFilter.CreateColorMatrix([scale, 0, 0, 0, black, 0, scale, 0, 0, black, 0, 0, scale, 0, black, 0, 0, 0, 1, 0]),
            };
            canvas.DrawBitmap(scene, 0, 0, SKSamplingOptions.Default, lens);
        }

        AddNoise(frame.GetPixelSpan());
        return frame;
    }

    /// <summary>A wall with notices: edges and letters that are no code.</summary>
    private static void Surroundings(SKCanvas canvas)
    {
#pragma warning disable CA5394 // A wall needs no secure random numbers.
        var random = new Random(2020);
        canvas.Clear(new SKColor(122, 112, 104));
        using var paint = new SKPaint { IsAntialias = true };
        for (var i = 0; i < 40; i++)
        {
            paint.Color = new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));
            canvas.DrawRect(random.Next(Width), random.Next(Height), random.Next(180), random.Next(110), paint);
        }

        paint.Color = SKColors.Black;
        using var font = new SKFont { Size = 18 };
        for (var i = 0; i < 20; i++)
        {
            canvas.DrawText("2020 0305 0012 HEALTH 640104", random.Next(Width), random.Next(Height), SKTextAlign.Left, font, paint);
        }
#pragma warning restore CA5394
    }

    private void Card(SKCanvas canvas, string? text)
    {
        using var code = SKImage.FromEncodedData(QrCode.Of(text ?? "0").Png());
        // Of a front, as large as its back.
        var side = (float)(Module * (text is null ? 53 : code.Width));
        canvas.Save();
        canvas.Translate((Width / 2) + At.X, (Height / 2) + At.Y);
        canvas.RotateDegrees((float)Turned);
        // The edges at ± side / 2 are divided by 1 ± Slanted / 2.
        canvas.Concat(SKMatrix.Identity with { Persp0 = (float)(Slanted / side) });
        using var paper = new SKPaint { Color = SKColors.White, IsAntialias = true };
        canvas.DrawRect(SKRect.Create(-0.9f * side, -0.7f * side, 1.8f * side, 1.4f * side), paper);
        if (text is null)
        {
            Front(canvas, side);
        }
        else
        {
            // A sheet as a printer makes it, so that the lens and not the drawing decides what is lost.
            using var printed = Enlarged(code);
            canvas.DrawImage(printed, SKRect.Create(-side / 2, -side / 2, side, side), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        if (Glare)
        {
            using var lamp = new SKPaint
            {
                Shader = SKShader.CreateRadialGradient(new SKPoint(0.1f * side, -0.1f * side), 0.16f * side, [SKColors.White, SKColors.White.WithAlpha(0)], SKShaderTileMode.Clamp),
            };
            canvas.DrawRect(SKRect.Create(-side, -side, 2 * side, 2 * side), lamp);
        }

        canvas.Restore();
    }

    private static void Front(SKCanvas canvas, float side)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var font = new SKFont { Size = side / 12 };
        for (var line = 0; line < 6; line++)
        {
            canvas.DrawText("640104 2020 0305 0012", -0.7f * side, (-0.4f + (0.16f * line)) * side, SKTextAlign.Left, font, ink);
        }
    }

    private static SKImage Enlarged(SKImage code)
    {
        const int Factor = 8;
        using var sheet = new SKBitmap(code.Width * Factor, code.Height * Factor);
        using (var canvas = new SKCanvas(sheet))
        {
            canvas.DrawImage(code, SKRect.Create(sheet.Width, sheet.Height), new SKSamplingOptions(SKFilterMode.Nearest));
        }

        return SKImage.FromBitmap(sheet);
    }

    private void AddNoise(Span<byte> pixels)
    {
#pragma warning disable CA5394 // Noise needs no secure random numbers.
        var random = new Random(305);
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = i % 4 == 3 ? pixels[i] : (byte)Math.Clamp(pixels[i] + random.Next(-Noise, Noise + 1), 0, 255);
        }
#pragma warning restore CA5394
    }
}
