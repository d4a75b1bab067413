using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Seals;
using PdfSharp.Drawing;

namespace HealthCode.Tests.Printing;

/// <summary>公章图样: that it comes out where it should, red, over text that stays readable.</summary>
public sealed class SealImageTests : IDisposable
{
    private const double X = 60;
    private const double Y = 80;
    private const double Diameter = 42;

    private readonly List<PdfInspector> _read = [];

    public void Dispose() => _read.ForEach(pdf => pdf.Dispose());

    public static TheoryData<string, byte[], string[]> BadFiles => new()
    {
        { "empty", [], ["空的"] },
        { "a drawing of an earlier version", "<?xml version='1.0'?>"u8.ToArray(), ["既不是 PNG", "重新上传"] },
        { "half of it", PaintedPng.Seal(300)[..900], ["不完整或已损坏"] },
        { "white", PaintedPng.Of(300, (_, _) => [250, 250, 245]), ["看不到印迹"] },
        { "transparent", PaintedPng.Of(300, (_, _) => [220, 30, 30, 0], kind: 6), ["看不到印迹"] },
    };

    public static TheoryData<string, byte[]> Seals => new()
    {
        { "as it is kept", Scanned(PaintedPng.Seal(992)).Png(SealColor.AsScanned) },
        { "of an earlier version, on white", PaintedPng.Seal(600) },
        { "of an earlier version, fine", PaintedPng.Seal(2000) },
        { "of an earlier version, with alpha", PaintedPng.Of(600, (x, y) => [220, 30, 30, PaintedPng.IsInk(600, x, y) ? (byte)255 : (byte)0], kind: 6) },
        { "of 16 bits", PaintedPng.Of(400, (x, y) => PaintedPng.IsInk(400, x, y) ? [220, 9, 30, 9, 30, 9] : [255, 255, 255, 255, 255, 255], 16) },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void What_cannot_be_printed_is_refused_with_the_reason(string what, byte[] file, string[] words)
    {
        Assert.False(SealImage.TryRead(file, out var image, out var fault), what);
        Assert.Null(image);
        Assert.EndsWith("。", fault, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, fault, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Seals))]
    public void A_seal_stands_in_its_circle_and_is_red(string what, byte[] file)
    {
        var page = Stamped(file);

        var ink = page.Render(1, 600).Ink()!.Value;
        Assert.Equal(X - (Diameter / 2), ink.Left, 0.15);
        Assert.Equal(X + (Diameter / 2), ink.Right, 0.15);
        Assert.Equal(Y - (Diameter / 2), ink.Top, 0.15);
        Assert.Equal(Y + (Diameter / 2), ink.Bottom, 0.15);
        foreach (var (x, y) in new[] { (X, Y), (X - 20, Y), (X, Y + 20) })
        {
            var (red, green, blue) = page.Colour(1, x, y);
            Assert.InRange(red, 215, 225);
            Assert.InRange(green, 25, 35);
            Assert.InRange(blue, 25, 35);
        }

        Assert.True(page.Colour(1, X - 10, Y) == (255, 255, 255), what);
    }

    [Theory]
    [MemberData(nameof(Seals))]
    public void Text_under_the_white_of_a_seal_stays_readable(string what, byte[] file)
    {
        static void Write(XGraphics page) => Typography.Line(page, "2020 年 3 月 5 日", Paper.Points(X - 15), Paper.Points(Y + 12), 14);
        using var bare = new PdfInspector(Sheet(1, Write));
        var page = Stamped(file, Write);

        Assert.NotNull(bare.Render(1, 300).Ink(X - 12, Y + 6, X + 12, Y + 14));
        Assert.True(bare.Render(1, 300).Cell(X - 12, Y + 6, X + 12, Y + 14) == page.Render(1, 300).Cell(X - 12, Y + 6, X + 12, Y + 14), what);
    }

    [Fact]
    public void Half_a_tone_on_white_paper_is_the_tone_of_the_picture()
    {
        var page = Stamped(PaintedPng.Of(300, (_, _) => [240, 150, 140]));

        var (red, green, blue) = page.Colour(1, X, Y);
        Assert.Equal((240.0, 150.0, 140.0), (Near(red, 240), Near(green, 150), Near(blue, 140)));
    }

    [Theory]
    [MemberData(nameof(Seals))]
    public void A_thousand_pages_carry_the_seal_once(string what, byte[] file)
    {
        var seal = Read(file);
        var bare = Sheet(1000, page => page.DrawRectangle(XBrushes.Black, 10, 10, 10, 10)).Length;

        var stamped = Sheet(1000, page =>
        {
            page.DrawRectangle(XBrushes.Black, 10, 10, 10, 10);
            Stamp(page, seal);
        }).Length;

        Assert.True(stamped - bare < 1024 * 1024, $"{what}: {stamped - bare} bytes more");
    }

    [Fact]
    public void One_seal_serves_many_documents_at_once()
    {
        var seal = Read(PaintedPng.Seal(600));
        var sheets = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(8).Select(_ => Sheet(2, page => Stamp(page, seal)).Length).ToArray();

        Assert.InRange(sheets.Max() - sheets.Min(), 0, 200);
    }

    private static double Near(byte found, double expected) => Math.Abs(found - expected) <= 2 ? expected : found;

    private static SealScan Scanned(byte[] file)
    {
        Assert.True(SealScan.TryRead(file, out var scan, out var fault), fault);
        return scan;
    }

    private static SealImage Read(byte[] file)
    {
        Assert.True(SealImage.TryRead(file, out var seal, out var fault), fault);
        return seal;
    }

    private static void Stamp(XGraphics page, SealImage seal) => seal.Draw(page, Paper.Points(X), Paper.Points(Y), Paper.Points(Diameter));

    private static byte[] Sheet(int pages, Action<XGraphics> draw)
    {
        using var document = Typography.Document("公章");
        for (var i = 0; i < pages; i++)
        {
            using var page = document.Page(Paper.A6);
            draw(page);
        }

        return document.Bytes();
    }

    private PdfInspector Stamped(byte[] file, Action<XGraphics>? below = null)
    {
        var seal = Read(file);
        var pdf = new PdfInspector(Sheet(1, page =>
        {
            below?.Invoke(page);
            Stamp(page, seal);
        }));
        _read.Add(pdf);
        return pdf;
    }
}
