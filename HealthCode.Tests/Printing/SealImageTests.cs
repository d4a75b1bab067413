using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Seals;
using PdfSharp.Drawing;

namespace HealthCode.Tests.Printing;

/// <summary>公章图样: what may be uploaded, and that it comes out where it should, red, over text that stays readable.</summary>
public sealed class SealImageTests : IDisposable
{
    private const double X = 60;
    private const double Y = 80;
    private const double Diameter = 42;
    private const string Ring = """<circle cx="50" cy="50" r="47.5" fill="none" stroke="#dc1e1e" stroke-width="5"/><circle cx="50" cy="50" r="10" fill="#dc1e1e"/>""";

    private readonly List<PdfInspector> _read = [];

    public void Dispose() => _read.ForEach(pdf => pdf.Dispose());

    public static TheoryData<string, byte[], string[]> BadFiles => new()
    {
        { "empty", [], ["空的", "重新选择"] },
        { "too large", new byte[SealImage.LargestFile + 1], ["超过 2 MB", "缩小"] },
        { "a word", "公章"u8.ToArray(), ["既不是 PNG", "也不是 SVG", "另存为"] },
        { "a JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8], ["既不是 PNG"] },
        { "a web page", "<html><body/></html>"u8.ToArray(), ["既不是 PNG"] },
        { "blanks", "   "u8.ToArray(), ["既不是 PNG"] },
    };

    public static TheoryData<string, byte[], string[]> BadPngs
    {
        get
        {
            var sound = PaintedPng.Seal(300);
            var flipped = sound.ToArray();
            flipped[sound.Length / 2] ^= 0x10;
            var header = ("IHDR", PaintedPng.Header(300, 300));
            return new()
            {
                { "only its mark", sound[..8], ["不完整或已损坏", "重新导出"] },
                { "half of it", sound[..(sound.Length / 2)], ["不完整或已损坏"] },
                { "without its end", sound[..^12], ["不完整或已损坏"] },
                { "one bit flipped", flipped, ["不完整或已损坏"] },
                { "no pixels", PaintedPng.File(header, ("IEND", [])), ["不完整或已损坏"] },
                { "no header", PaintedPng.File(("IDAT", []), ("IEND", [])), ["不完整或已损坏"] },
                { "two headers", PaintedPng.File(header, header, ("IEND", [])), ["不完整或已损坏"] },
                { "pixels that are none", PaintedPng.File(header, ("IDAT", [1, 2, 3, 4, 5]), ("IEND", [])), ["不完整或已损坏"] },
                { "too few pixels", PaintedPng.File(header, ("IDAT", PaintedPng.Deflated(new byte[901 * 299])), ("IEND", [])), ["不完整或已损坏"] },
                { "an unknown filter", PaintedPng.File(header, ("IDAT", PaintedPng.Deflated([.. Enumerable.Repeat((byte)9, 901 * 300)])), ("IEND", [])), ["不完整或已损坏"] },
                { "an unknown kind", PaintedPng.File(("IHDR", PaintedPng.Header(300, 300, 8, 5)), ("IDAT", []), ("IEND", [])), ["不完整或已损坏"] },
                { "no palette", PaintedPng.Of(300, PaintedPng.Palette, (_, _) => [0]), ["不完整或已损坏"] },
                { "beyond the palette", PaintedPng.Of(300, PaintedPng.Palette, (_, _) => [7], 8, null, 0, ("PLTE", [255, 0, 0])), ["不完整或已损坏"] },
                { "too coarse", PaintedPng.Seal(299), ["299×299", "模糊", "至少 300"] },
                { "too many pixels", PaintedPng.File(("IHDR", PaintedPng.Header(4001, 4000)), ("IDAT", []), ("IEND", [])), ["4001×4000", "超过 4000×4000", "缩小"] },
                { "a negative size", PaintedPng.File(("IHDR", PaintedPng.Header(-1, -1)), ("IDAT", []), ("IEND", [])), ["超过 4000×4000"] },
                { "not square", PaintedPng.Of(400, PaintedPng.Grey, (_, _) => [0], height: 355), ["400", "355", "不是方形", "裁成方形"] },
                { "interlaced", PaintedPng.Of(300, PaintedPng.Grey, (_, _) => [0], interlace: 1), ["隔行", "重新上传"] },
                { "white", PaintedPng.Of(300, PaintedPng.Colour, (_, _) => [250, 250, 245]), ["看不到印迹"] },
                { "transparent", PaintedPng.Of(300, PaintedPng.ColourAlpha, (_, _) => [220, 30, 30, 0]), ["看不到印迹"] },
            };
        }
    }

    public static TheoryData<string, string[]> BadSvgs => new()
    {
        { Svg("<g>"), ["不合 XML 格式", "第 1 行", "重新导出"] },
        { "<svg", ["不合 XML 格式"] },
        { """<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">""" + Svg(Ring), ["DTD", "普通 SVG"] },
        { """<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>""" + Svg("<desc>&b;</desc>"), ["ENTITY"] },
        { """<?xml-stylesheet href="http://example.org/a.css"?>""" + Svg(Ring), ["xml-stylesheet"] },
        { Svg("<script>alert(1)</script>"), ["脚本（script）", "PNG"] },
        { Svg("<metadata><x:script xmlns:x='http://www.w3.org/1999/xhtml'/></metadata>"), ["script"] },
        { Svg("<g onload='alert(1)'/>"), ["事件属性 onload"] },
        { Svg("<rect OnClick='alert(1)'/>"), ["事件属性 OnClick"] },
        { Svg("<g xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='http://example.org/a.svg#b'/>"), ["文件以外", "http://example.org/a.svg#b"] },
        { Svg("<g href='data:image/png;base64,AAAA'/>"), ["文件以外", "data:image/png"] },
        { Svg("<rect fill='url(http://example.org/a.svg#b)'/>"), ["文件以外", "url(http://example.org"] },
        { Svg("<rect style=\"fill:URL( 'other.svg#b')\"/>"), ["文件以外"] },
        { Svg("<style>@import 'a.css';</style>"), ["@import"] },
        { Svg("<rect style=\"@import 'a.css'\"/>"), ["@import"] },
        { Svg("<rect style='fill:u\\72l(x)'/>"), ["复杂的样式"] },
        { Svg("<style>.a{fill:red}</style>"), ["样式表（style）"] },
        { Svg("<foreignObject/>"), ["foreignObject"] },
        { Svg("<image href='#a'/>"), ["嵌入的图片（image）", "PNG"] },
        { Svg("<h:p xmlns:h='http://www.w3.org/1999/xhtml'/>"), ["不能画的元素 p"] },
        { Svg("<text>村民委员会</text>"), ["不能画的元素 text", "文字", "轮廓", "PNG"] },
        { Svg("<textPath/>"), ["不能画的元素 textPath"] },
        { Svg("<use href='#a'/>"), ["不能画的元素 use"] },
        { Svg("<defs><linearGradient/></defs>"), ["不能画的元素 linearGradient"] },
        { Svg("<filter/>"), ["不能画的元素 filter"] },
        { Svg("<mask/>"), ["不能画的元素 mask"] },
        { Svg("<pattern/>"), ["不能画的元素 pattern"] },
        { Svg("<clipPath/>"), ["不能画的元素 clipPath"] },
        { Svg("<animate/>"), ["不能画的元素 animate"] },
        { Svg("<svg/>"), ["套在里面的另一个 svg"] },
        { Svg("<rect width='9' height='9' fill='url(#a)'/>"), ["渐变或图案", "url(#a)"] },
        { Svg("<rect width='9' height='9' filter='url(#a)'/>"), ["不能画的效果 filter"] },
        { Svg("<rect width='9' height='9' style='stroke-dasharray:1 2'/>"), ["不能画的效果 stroke-dasharray"] },
        { Svg("<rect width='9' height='9' fill='chinared'/>"), ["颜色“chinared”"] },
        { Svg("<rect width='9' height='9' fill='#12345'/>"), ["颜色“#12345”"] },
        { Svg("<rect width='9em' height='9'/>"), ["单位 em"] },
        { Svg("<rect width='9 9' height='9'/>"), ["长度“9 9”"] },
        { Svg("<path d='L1 1'/>"), ["数据“L1 1”第 2 个字符"] },
        { Svg("<path d='M1 1 X2'/>"), ["数据“M1 1 X2”"] },
        { Svg("<path d='M1 1 L2'/>"), ["数据“M1 1 L2”"] },
        { Svg("<path d='M1 1 Z 5 5'/>"), ["数据“M1 1 Z 5 5”"] },
        { Svg("<path d='M1 1 A5 5 0 2 0 9 9'/>"), ["数据“M1 1 A5"] },
        { Svg("<path d='M1e999 1'/>"), ["数据“M1e999 1”"] },
        { Svg("<polygon points='1 1 2'/>"), ["数据“1 1 2”"] },
        { Svg("<g transform='spin(3)'/>"), ["数据“spin(3)”"] },
        { Svg("<g transform='scale(1,2,3)'/>"), ["数据“scale(1,2,3)”"] },
        { Svg("<path d='M0 0 L1e9 1'/>"), ["远在画布之外"] },
        { Svg(""), ["没有看得见的图形"] },
        { Svg("<rect width='100%' height='100%' fill='white'/>"), ["没有看得见的图形"] },
        { "<svg xmlns='http://www.w3.org/2000/svg'/>", ["画布大小", "viewBox"] },
        { "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'><rect width='9' height='9'/></svg>", ["不是方形"] },
        { Svg(string.Concat(Enumerable.Repeat("<g>", 65)) + string.Concat(Enumerable.Repeat("</g>", 65))), ["超过 64 层"] },
        { Svg($"<path d='M0 0{string.Concat(Enumerable.Repeat("L9 9L1 1", 10_000))}'/>"), ["超过 20,000 段", "简化"] },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    [MemberData(nameof(BadPngs))]
    public void What_cannot_be_a_seal_is_refused_with_the_reason(string what, byte[] file, string[] words)
    {
        Assert.False(SealImage.TryRead(file, out var image, out var fault), what);
        Assert.Null(image);
        Assert.EndsWith("。", fault, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, fault, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(BadSvgs))]
    public void A_drawing_with_more_than_shapes_is_refused_and_the_thing_named(string svg, string[] words) =>
        What_cannot_be_a_seal_is_refused_with_the_reason(svg[..Math.Min(svg.Length, 80)], Encoding.UTF8.GetBytes(svg), words);

    [Fact]
    public void A_bomb_is_not_inflated()
    {
        // 300 MB of zeros in 300 kB: one picture promises them, the other hides them behind its own pixels.
        var zeros = PaintedPng.Deflated(new byte[300 * 1024 * 1024]);
        var promised = PaintedPng.File(("IHDR", PaintedPng.Header(60_000, 60_000)), ("IDAT", zeros), ("IEND", []));
        var hidden = PaintedPng.File(("IHDR", PaintedPng.Header(300, 300)), ("IDAT", zeros), ("IEND", []));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(SealImage.TryRead(promised, out _, out var large));
        Assert.False(SealImage.TryRead(hidden, out _, out var damaged));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 * 1024 * 1024);
        Assert.Contains("60000×60000", large, StringComparison.Ordinal);
        Assert.Contains("已损坏", damaged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void What_drawing_programs_add_is_passed_over(string encoding)
    {
        var svg = $"""
            <?xml version="1.0" encoding="{encoding}"?><!-- made by hand -->
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:version="1" width="42mm" height="42mm" viewBox="0 0 100 100">
            <title>公章</title><desc/><metadata><i:any resource="http://example.org/"/></metadata><defs/><i:view><i:page/></i:view>
            <g i:label="层" style="display:inline;font-size:12px" class="a">{Ring}</g></svg>
            """;
        var coding = Encoding.GetEncoding(encoding);

        Assert.True(SealImage.TryRead([.. coding.GetPreamble(), .. coding.GetBytes(svg)], out _, out var fault), fault);
    }

    public static TheoryData<string, byte[]> Seals => new()
    {
        { "SVG", Bytes(Svg(Ring)) },
        { "SVG on white", Bytes(Svg($"<rect width='100%' height='100%' fill='#fff' stroke='white'/>{Ring}")) },
        { "PNG on white", PaintedPng.Seal(600) },
        { "fine PNG", PaintedPng.Seal(2000) },
        { "PNG with alpha", PaintedPng.Of(600, PaintedPng.ColourAlpha, (x, y) => [220, 30, 30, PaintedPng.IsInk(600, x, y) ? (byte)255 : (byte)0]) },
        { "PNG of 16 bits", PaintedPng.Of(400, PaintedPng.Colour, (x, y) => PaintedPng.IsInk(400, x, y) ? [220, 9, 30, 9, 30, 9] : [255, 255, 255, 255, 255, 255], 16) },
        { "PNG with palette", PaintedPng.Of(600, PaintedPng.Palette, (x, y) => [PaintedPng.IsInk(600, x, y) ? (byte)2 : (byte)0], 2, null, 0, ("PLTE", [255, 255, 255, 0, 0, 0, 220, 30, 30])) },
        { "PNG with a transparent palette", PaintedPng.Of(600, PaintedPng.Palette, (x, y) => [PaintedPng.IsInk(600, x, y) ? (byte)1 : (byte)0], 1, null, 0, ("PLTE", [0, 0, 0, 220, 30, 30]), ("tRNS", [0])) },
        { "PNG with a transparent colour", PaintedPng.Of(600, PaintedPng.Colour, (x, y) => PaintedPng.IsInk(600, x, y) ? [220, 30, 30] : [0, 0, 255], 8, null, 0, ("tRNS", [0, 0, 0, 0, 0, 255])) },
    };

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
        var page = Stamped(PaintedPng.Of(300, PaintedPng.Colour, (_, _) => [240, 150, 140]));

        var (red, green, blue) = page.Colour(1, X, Y);
        Assert.Equal((240.0, 150.0, 140.0), (Near(red, 240), Near(green, 150), Near(blue, 140)));
    }

    /// <summary>Shapes on a canvas of 84 units, drawn at 42 mm: a unit is half a millimetre. The box of the ink in units.</summary>
    [Theory]
    [InlineData("<path d='M10 10 L30 10 L30 20 L10 20 Z'/>", 10, 10, 30, 20)]
    [InlineData("<path d='m10,10 20,0 v10h-20z'/>", 10, 10, 30, 20)]
    [InlineData("<path d='M10 10H30V20H10Z m40 40h10v10h-10z'/>", 10, 10, 60, 60)]
    [InlineData("<path d='M12 42 A30 30 0 0 1 72 42 Z'/>", 12, 12, 72, 42)]
    [InlineData("<path d='M12 42 A30 30 0 0 0 72 42 Z'/>", 12, 42, 72, 72)]
    [InlineData("<path d='M42 12 a30 30 0 1 0 30 30 z'/>", 12, 12, 72, 72)]
    [InlineData("<path d='M42 12 a30 30 0 0130 30 h-30z'/>", 42, 12, 72, 42)]
    [InlineData("<path d='M42 12 A30 30 0 0 0 72 42 Z'/>", 42, 12, 72, 42)]
    [InlineData("<path d='M32 42 A5 5 0 0 1 52 42 Z'/>", 32, 32, 52, 42)]
    [InlineData("<path d='M42 22 A20 10 90 0 1 42 62 A20 10 90 0 1 42 22'/>", 32, 22, 52, 62)]
    [InlineData("<path d='M10 40 C10 0 50 0 50 40 Z'/>", 10, 10, 50, 40)]
    [InlineData("<path d='M10 40 C10 0 40 0 40 40 S70 80 70 40 Z'/>", 10, 10, 70, 70)]
    [InlineData("<path d='M10 40 c0-40 30-40 30 0 s30 40 30 0z'/>", 10, 10, 70, 70)]
    [InlineData("<path d='M10 40 Q30 0 50 40 Z'/>", 10, 20, 50, 40)]
    [InlineData("<path d='M10 40 Q25 20 40 40 T70 40'/>", 10, 30, 70, 50)]
    [InlineData("<path d='M10 40 q15-20 30 0 t30 0'/>", 10, 30, 70, 50)]
    [InlineData("<rect x='10' y='12' width='20' height='30' rx='5'/>", 10, 12, 30, 42)]
    [InlineData("<rect x='25%' y='50%' width='25%' height='1.05e1'/>", 21, 42, 42, 52.5)]
    [InlineData("<circle cx='42' cy='42' r='20'/>", 22, 22, 62, 62)]
    [InlineData("<ellipse cx='42' cy='42' rx='20' ry='10'/>", 22, 32, 62, 52)]
    [InlineData("<line x1='10' y1='20' x2='50' y2='20' stroke='red' stroke-width='4'/>", 10, 18, 50, 22)]
    [InlineData("<line x1='10' y1='20' x2='50' y2='20' stroke='red' stroke-width='4' stroke-linecap='square'/>", 8, 18, 52, 22)]
    [InlineData("<polyline points='10,10 50,10 50,50' fill='none' stroke='red' stroke-width='2' stroke-linejoin='bevel'/>", 10, 9, 51, 50)]
    [InlineData("<polygon points='10 10 50 10 50 50'/>", 10, 10, 50, 50)]
    [InlineData("<g transform='translate(10 20) scale(2)'><rect width='10' height='5'/></g>", 10, 20, 30, 30)]
    [InlineData("<rect width='10' height='20' transform='translate(42,42),rotate(90)'/>", 22, 42, 42, 52)]
    [InlineData("<rect x='42' y='32' width='10' height='20' transform='rotate(90 42 42)'/>", 32, 42, 52, 52)]
    [InlineData("<rect width='10' height='20' transform='matrix(1 0 0 2 5 6)'/>", 5, 6, 15, 46)]
    [InlineData("<rect width='10' height='20' transform='skewX(45)'/>", 0, 0, 30, 20)]
    [InlineData("<rect width='10' height='20' transform='skewY(45)'/>", 0, 0, 10, 30)]
    [InlineData("<g transform='scale(2)'><line x1='10' y1='10' x2='20' y2='10' stroke='red' stroke-width='2'/></g>", 20, 18, 40, 22)]
    [InlineData("<g display='none'><rect width='80' height='80'/></g><rect x='10' y='10' width='10' height='10'/>", 10, 10, 20, 20)]
    public void Shapes_land_where_they_should(string shape, double left, double top, double right, double bottom)
    {
        var svg = $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 84 84'><g fill='#d00'>{shape}</g></svg>";

        var ink = Stamped(Bytes(svg)).Render(1, 600).Ink()!.Value;

        var (x, y) = (X - (Diameter / 2), Y - (Diameter / 2));
        double[] expected = [left, top, right, bottom];
        double[] found = [(ink.Left - x) * 2, (ink.Top - y) * 2, (ink.Right - x) * 2, (ink.Bottom - y) * 2];
        Assert.All(expected.Zip(found), edge => Assert.Equal(edge.First, edge.Second, 0.25));
    }

    [Theory]
    [InlineData("<rect width='84' height='84' fill='#f00'/>", 255, 0, 0)]
    [InlineData("<rect width='84' height='84' fill='#c81e1e'/>", 200, 30, 30)]
    [InlineData("<rect width='84' height='84' fill='rgb(200, 30, 10%)'/>", 200, 30, 26)]
    [InlineData("<rect width='84' height='84' fill='Crimson'/>", 220, 20, 60)]
    [InlineData("<g fill='blue' style='fill : red'><rect width='84' height='84'/></g>", 255, 0, 0)]
    [InlineData("<g opacity='.5'><rect width='84' height='84' fill='red'/></g>", 255, 127, 127)]
    [InlineData("<rect width='84' height='84' fill='red' fill-opacity='50%'/>", 255, 127, 127)]
    [InlineData("<g fill='red'><path fill-rule='evenodd' d='M0 0h84v84h-84z M20 20h44v44h-44z'/></g>", 255, 255, 255)]
    [InlineData("<g fill='red'><path d='M0 0h84v84h-84z M20 20h44v44h-44z'/></g>", 255, 0, 0)]
    [InlineData("<rect width='84' height='84' fill='red'/><rect x='20' y='20' width='44' height='44' fill='white'/>", 255, 255, 255)]
    [InlineData("<path fill='none' stroke='red' stroke-width='4' d='M10 10L20 10M10 70L70 70'/>", 255, 255, 255)]
    public void Colours_are_those_of_the_drawing(string shape, byte red, byte green, byte blue)
    {
        var found = Stamped(Bytes($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 84 84'>{shape}</svg>")).Colour(1, X, Y);

        Assert.Equal((red, green, blue), (Near(found.Red, red), Near(found.Green, green), Near(found.Blue, blue)));
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

    private static string Svg(string inner) => $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>{inner}</svg>";

    private static byte[] Bytes(string svg) => Encoding.UTF8.GetBytes(svg);

    private static double Near(byte found, double expected) => Math.Abs(found - expected) <= 2 ? expected : found;

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
