using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Posters;
using SkiaSharp;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>场所码海报 as it comes out of the printer.</summary>
public sealed class OfficialPosterTests
{
    [Theory]
    [InlineData("A4", 210, 297)]
    [InlineData("A3", 297, 420)]
    public void It_is_one_page_with_everything_on_it_in_either_size(string paper, int width, int height)
    {
        using var poster = Draw(large: paper == "A3");

        Assert.Equal([(width, height)], poster.Sizes.Select(size => ((int)Math.Round(size.Width), (int)Math.Round(size.Height))));
        Assert.All(poster.Fonts, font => Assert.True(font.Embedded, font.Name));
        Assert.All(
            ["场所码", "样例村卫生室", "场所编号0001", "1.用微信“扫一扫”", "5.没有手机的", "监督电话0312-12345", "图片由“冀时办”发出", "第1版", "2020年3月5日印"],
            word => Assert.Contains(word, poster.Words(1), StringComparison.Ordinal));
        var ink = poster.Render(1, 50).Ink()!.Value;
        Assert.True(ink.Left > 10 && ink.Top > 8 && ink.Right < width - 10 && ink.Bottom < height - 8, $"{ink}");
    }

    [Theory]
    [InlineData(600, 600)]
    [InlineData(400, 1000)]
    [InlineData(1000, 400)]
    public void The_picture_is_as_issued_in_the_middle_and_reaches_no_words(int width, int height)
    {
        using var poster = Draw(picture: Read(VenueCase.Picture(width, height)));

        var (red, green, blue) = poster.Colour(1, 105, 121);
        Assert.True(red < 60 && green < 100 && blue > 150, $"{red} {green} {blue}");
        var page = poster.Render(1, 100);
        // White between the number above and the picture, and between the picture and the steps.
        Assert.Null(page.Ink(left: 12, top: 58, right: 198, bottom: 62));
        Assert.Null(page.Ink(left: 12, top: 181, right: 198, bottom: 185));
    }

    [Fact]
    public void The_longest_name_stays_on_one_line_of_the_paper()
    {
        using var poster = Draw(new('村', VenueDetails.LongestName));

        Assert.Contains(new string('村', VenueDetails.LongestName), poster.Words(1), StringComparison.Ordinal);
        var ink = poster.Render(1, 100).Ink(top: 33, bottom: 47)!.Value;
        Assert.True(ink.Left >= 19 && ink.Right <= 191, $"{ink}");
    }

    [Fact]
    public void The_number_is_read_from_a_few_steps_and_the_steps_too()
    {
        using var poster = Draw();

        Assert.True(poster.Render(1, 100).Lines(20, 190, 190, 254).Average() > 4, string.Join(' ', poster.Render(1, 100).Lines(20, 190, 190, 254)));
    }

    [Fact]
    public void A_photograph_is_straightened_and_scaled_and_a_picture_on_glass_gets_white_paper()
    {
        using var stored = SKBitmap.Decode(Read(VenueCase.Picture(1200, 2400, SKEncodedImageFormat.Jpeg)));
        Assert.Equal((500, 1000), (stored.Width, stored.Height));

        using var clear = new SKBitmap(new SKImageInfo(300, 300, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        using var encoded = clear.Encode(SKEncodedImageFormat.Png, 100);
        using var onWhite = SKBitmap.Decode(Read(encoded.ToArray()));
        Assert.Equal(SKColors.White, onWhite.GetPixel(150, 150));
    }

    private static PdfInspector Draw(string name = "样例村卫生室", bool large = false, byte[]? picture = null)
    {
        var venue = VenueCase.Approved(name: name);
        var poster = VenueCase.Poster(venue);
        poster.Print(venue, Today);
        return new(OfficialPoster.Draw(venue, poster, picture ?? Read(VenueCase.Picture()), Hebei.Pack.Venues.Code!, VenueCase.Office(), large ? Paper.A3 : Paper.A4));
    }

    private static byte[] Read(byte[] file)
    {
        Assert.True(PosterPicture.TryRead(file, out var png, out var fault), fault);
        return png;
    }
}
