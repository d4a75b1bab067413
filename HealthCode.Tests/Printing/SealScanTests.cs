using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Seals;
using SkiaSharp;

namespace HealthCode.Tests.Printing;

/// <summary>扫描的印迹: what may be uploaded, and that only the impression is left of it, on white, upright, in the chosen colour.</summary>
public sealed class SealScanTests
{
    private static readonly SKColor Official = new(210, 20, 30);

    public static TheoryData<string, byte[], string[]> BadFiles
    {
        get
        {
            var png = PaintedPng.Seal(1000);
            var flipped = png.ToArray();
            flipped[png.Length / 2] ^= 0x10;
            var jpeg = PaintedSeal.Sheet(1100, 1100, (550, 550), 1000).File(SKEncodedImageFormat.Jpeg);
            var thumbnail = PaintedSeal.Sheet(100, 100, (50, 50), 90).File(SKEncodedImageFormat.Jpeg);
            var header = ("IHDR", PaintedPng.Header(1000, 1000));
            return new()
            {
                { "empty", [], ["空的", "重新选择"] },
                { "too large", new byte[SealScan.LargestFile + 1], ["超过 15 MB"] },
                { "a word", "公章"u8.ToArray(), ["既不是 PNG", "也不是 JPEG", "另存为"] },
                { "a drawing", "<?xml version='1.0'?>"u8.ToArray(), ["既不是 PNG"] },
                { "a GIF", [.. "GIF89a"u8, 0xE8, 3, 0xE8, 3, 0, 0, 0], ["既不是 PNG"] },
                { "an iPhone's", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], ["HEIC", "JPEG"] },
                { "PNG: only its mark", png[..8], ["不完整或已损坏", "重新扫描"] },
                { "PNG: half of it", png[..(png.Length / 2)], ["不完整或已损坏"] },
                { "PNG: without its end", png[..^12], ["不完整或已损坏"] },
                { "PNG: one bit flipped", flipped, ["不完整或已损坏"] },
                { "PNG: no pixels", PaintedPng.File(header, ("IEND", [])), ["不完整或已损坏"] },
                { "PNG: no header", PaintedPng.File(("IDAT", []), ("IEND", [])), ["不完整或已损坏"] },
                { "PNG: pixels that are none", PaintedPng.File(header, ("IDAT", [1, 2, 3, 4, 5]), ("IEND", [])), ["不完整或已损坏"] },
                { "PNG: too few pixels", PaintedPng.File(header, ("IDAT", PaintedPng.Deflated(new byte[3001 * 999])), ("IEND", [])), ["不完整或已损坏"] },
                { "PNG: animated", PaintedPng.Of(1000, (_, _) => [0, 0, 0], extra: ("acTL", [0, 0, 0, 2, 0, 0, 0, 0])), ["动画", "重新扫描"] },
                { "PNG: 30,000 × 30,000", PaintedPng.File(("IHDR", PaintedPng.Header(30_000, 30_000)), ("IDAT", []), ("IEND", [])), ["30000×30000", "超过 4000 万点"] },
                { "PNG: a negative size", PaintedPng.File(("IHDR", PaintedPng.Header(-1, -1)), ("IDAT", []), ("IEND", [])), ["不完整或已损坏"] },
                { "JPEG: only its mark", jpeg[..4], ["不完整或已损坏"] },
                { "JPEG: half of it", jpeg[..(jpeg.Length / 2)], ["不完整或已损坏"] },
                { "JPEG: without its end", jpeg[..^2], ["不完整或已损坏"] },
                { "JPEG: half of it, the thumbnail whole", [.. jpeg[..2], 0xFF, 0xE1, (byte)((thumbnail.Length + 2) >> 8), (byte)(thumbnail.Length + 2), .. thumbnail, .. jpeg[2..(jpeg.Length / 2)]], ["不完整或已损坏"] },
                { "too coarse", PaintedPng.Seal(991), ["991×991", "模糊", "至少要 992 点（600 dpi）", "扫描仪选彩色、600 dpi", "手机"] },
                { "far away", PaintedSeal.Sheet(3000, 2000, (1500, 1000), 600).File(), ["印迹只有 600×600 点", "模糊", "600 dpi"] },
                { "not round", PaintedSeal.Sheet(1500, 1200, (600, 600), 1000, null, sheet => sheet.DrawRect(500, 590, 900, 20, Ink)).File(), ["不是圆的", "1300"] },
                { "half a seal", PaintedSeal.Sheet(1400, 1400, (0, 700), 1200).File(), ["不是圆的", "没有盖完整"] },
                { "black", PaintedPng.Of(1000, (_, _) => [20, 20, 20]), ["全是深色"] },
                { "white", PaintedPng.Of(1000, (_, _) => [250, 250, 245]), ["看不到印迹", "600 dpi"] },
                { "transparent", PaintedPng.Of(1000, (_, _) => [220, 30, 30, 0], kind: 6), ["看不到印迹"] },
            };
        }
    }

    public static TheoryData<string, byte[]> Scans => new()
    {
        { "a tight scan", PaintedSeal.Sheet(992, 992, (496, 496), 992).File() },
        { "a scan with room around it", PaintedSeal.Sheet(1600, 1300, (700, 640), 1000).File() },
        { "a JPEG", PaintedSeal.Sheet(1600, 1300, (700, 640), 1000).File(SKEncodedImageFormat.Jpeg) },
        { "finer than it is printed", PaintedSeal.Sheet(2600, 2500, (1300, 1250), 2400).File() },
        { "a photograph", PaintedSeal.Sheet(3000, 2250, (1400, 1100), 1300).Photographed().File(SKEncodedImageFormat.Jpeg) },
        { "a photograph, filled", PaintedSeal.Sheet(2000, 2000, (1000, 1000), 1900).Photographed().File(SKEncodedImageFormat.Jpeg) },
    };

    public static TheoryData<string, byte[]> Sheets => new()
    {
        { "a sheet of A4 at 600 dpi", PaintedSeal.Sheet(4960, 7016, (1600, 5200), 992, null, WithPrint).File(SKEncodedImageFormat.Jpeg) },
        { "a photograph of a sheet with print", PaintedSeal.Sheet(3000, 2250, (1400, 1100), 1300, null, WithPrint).Photographed().File(SKEncodedImageFormat.Jpeg) },
    };

    private static SKPaint Ink => new() { Color = PaintedSeal.Red };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void What_cannot_be_a_seal_is_refused_with_the_reason(string what, byte[] file, string[] words)
    {
        Assert.False(SealScan.TryRead(file, out var scan, out var fault), what);
        Assert.Null(scan);
        Assert.EndsWith("。", fault, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        // 900 MB of zeros in 900 kB: one picture promises them, the other hides them behind its own pixels.
        var zeros = PaintedPng.Deflated(new byte[900_000_000]);
        var promised = PaintedPng.File(("IHDR", PaintedPng.Header(30_000, 30_000, kind: 0)), ("IDAT", zeros), ("IEND", []));
        var hidden = PaintedPng.File(("IHDR", PaintedPng.Header(1000, 1000, kind: 0)), ("IDAT", zeros), ("IEND", []));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(SealScan.TryRead(promised, out _, out var large));
        Assert.False(SealScan.TryRead(hidden, out _, out var dark));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40 * 1024 * 1024);
        Assert.Contains("30000×30000", large, StringComparison.Ordinal);
        Assert.Contains("全是深色", dark, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scans))]
    [MemberData(nameof(Sheets))]
    public void Of_a_scan_the_impression_is_left_red_on_white(string what, byte[] file)
    {
        var tolerance = what.Contains("photograph", StringComparison.Ordinal) ? 30 : 12;
        using var seal = Picture(file, SealColor.Red);

        Assert.True(Math.Abs(seal.Width - seal.Height) <= 10 && seal.Width is >= 980 and <= 1060, $"{what}: {seal.Width} × {seal.Height}");
        AssertNear(Official, At(seal, 0, 0), tolerance);
        AssertNear(Official, At(seal, 0, -16.65), tolerance);
        foreach (var angle in Enumerable.Range(0, 24))
        {
            var (sine, cosine) = Math.SinCos(angle * Math.PI / 12);
            AssertNear(Official, At(seal, 20.4 * sine, 20.4 * cosine), tolerance);
        }

        foreach (var (x, y) in new[] { (-20.5, -20.5), (20.5, 20.5), (-20.5, 20.5), (20.5, -20.5), (0, 12), (-9, 0), (9, 0), (4, 17), (-4, 17), (0, -10) })
        {
            AssertNear(SKColors.White, At(seal, x, y), 0);
        }
    }

    [Theory]
    [MemberData(nameof(Scans))]
    public void Or_it_keeps_its_colour(string what, byte[] file)
    {
        var tolerance = what.Contains("photograph", StringComparison.Ordinal) ? 30 : 6;
        using var seal = Picture(file, SealColor.AsScanned);

        AssertNear(PaintedSeal.Red, At(seal, 0, 0), tolerance);
        AssertNear(PaintedSeal.Red, At(seal, 20.4, 0), tolerance);
        AssertNear(PaintedSeal.Red, At(seal, 0, 20.4), tolerance);
        foreach (var (x, y) in new[] { (-20.5, -20.5), (20.5, 20.5), (-9, 0), (9, 0), (4, 17), (0, -10) })
        {
            AssertNear(SKColors.White, At(seal, x, y), 0);
        }
    }

    [Fact]
    public void Print_under_the_seal_drops_out_of_the_red_and_stays_in_what_is_kept()
    {
        var file = PaintedSeal.Sheet(1600, 1300, (700, 640), 1000, null, WithPrint).File();
        using var red = Picture(file, SealColor.Red);
        using var kept = Picture(file, SealColor.AsScanned);

        AssertNear(SKColors.White, At(red, 0, 10), 0);
        AssertNear(SKColors.Black, At(kept, 0, 10), 6);
    }

    [Theory]
    [InlineData(SealColor.Red, 210, 20, 30)]
    [InlineData(SealColor.AsScanned, 60, 60, 60)]
    public void A_grey_scan_is_made_red_or_kept_grey(SealColor color, byte red, byte green, byte blue)
    {
        using var seal = Picture(PaintedSeal.Sheet(1600, 1300, (700, 640), 1000, new SKColor(60, 60, 60)).File(), color);

        AssertNear(new(red, green, blue), At(seal, 0, 0), 2);
        AssertNear(new(red, green, blue), At(seal, 20.4, 0), 2);
        AssertNear(SKColors.White, At(seal, 0, 12), 0);
    }

    [Fact]
    public void A_ring_that_was_inked_badly_is_one_seal()
    {
        using var white = new SKPaint { Color = SKColors.White, IsStroke = true, StrokeWidth = 60 };
        using var sheet = PaintedSeal.Sheet(1600, 1300, (700, 640), 1000);
        using (var canvas = new SKCanvas(sheet))
        {
            canvas.DrawLine(700, 900, 700, 1300, white);
            canvas.DrawLine(200, 300, 500, 460, white);
        }

        using var encoded = sheet.Encode(SKEncodedImageFormat.Png, 100);
        using var seal = Picture(encoded.ToArray(), SealColor.Red);

        Assert.InRange(seal.Width, 990, 1010);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 180)]
    [InlineData(6, -90)]
    [InlineData(8, 90)]
    public void However_the_phone_was_held_the_seal_stands_upright(byte orientation, int turned)
    {
        using var sheet = PaintedSeal.Sheet(1500, 1500, (800, 700), 1100);
        using var asStored = new SKBitmap(sheet.Info);
        using (var canvas = new SKCanvas(asStored))
        {
            canvas.RotateDegrees(turned, 750, 750);
            canvas.DrawBitmap(sheet, 0, 0, SKSamplingOptions.Default);
        }

        using var jpeg = asStored.Encode(SKEncodedImageFormat.Jpeg, 90);
        using var seal = Picture(PaintedSeal.Held(jpeg.ToArray(), orientation), SealColor.Red);

        AssertNear(Official, At(seal, 0, -16.65), 8);
        AssertNear(SKColors.White, At(seal, 0, 16.65), 0);
        AssertNear(SKColors.White, At(seal, 16.65 * Math.Sin(2.3), -16.65 * Math.Cos(2.3)), 0);
    }

    [Fact]
    public void What_was_shown_can_be_had_in_the_other_colour()
    {
        var shown = Scan(PaintedSeal.Sheet(1600, 1300, (700, 640), 1000).File());

        Assert.True(SealScan.TryReopen(shown.Png(SealColor.AsScanned), out var again));

        Assert.Equal(shown.Png(SealColor.AsScanned), again.Png(SealColor.AsScanned));
        using var red = SKBitmap.Decode(again.Png(SealColor.Red));
        AssertNear(Official, At(red, 0, 0), 0);
        Assert.False(SealScan.TryReopen([1, 2, 3], out _));
        Assert.False(SealScan.TryReopen(PaintedPng.Of(3000, (_, _) => [0, 0, 0]), out _));
    }

    /// <summary>A line of print across the sheet, and one through the seal, below its star.</summary>
    private static void WithPrint(SKCanvas sheet)
    {
        using var black = new SKPaint { Color = SKColors.Black };
        for (var y = 20; y < 10_000; y += 220)
        {
            sheet.DrawRect(100, y, 5000, 12, black);
        }

        sheet.DrawRect(0, 640 + (10 * 1000 / 42) - 12, 1500, 24, black);
    }

    private static SealScan Scan(byte[] file)
    {
        Assert.True(SealScan.TryRead(file, out var scan, out var fault), fault);
        return scan;
    }

    private static SKBitmap Picture(byte[] file, SealColor color) => SKBitmap.Decode(Scan(file).Png(color));

    /// <summary>At millimetres from the centre of the seal of 42.</summary>
    private static SKColor At(SKBitmap seal, double x, double y) =>
        seal.GetPixel((int)((x + 21) / 42 * seal.Width), (int)((y + 21) / 42 * seal.Height));

    private static void AssertNear(SKColor expected, SKColor found, int tolerance) => Assert.True(
        Math.Abs(expected.Red - found.Red) <= tolerance && Math.Abs(expected.Green - found.Green) <= tolerance && Math.Abs(expected.Blue - found.Blue) <= tolerance,
        $"{found} where {expected} should be");
}
