using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.Printing.Posters;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>张贴材料 and 入场登记名单 as they come out of the printer.</summary>
public sealed class NoticePosterTests
{
    public static TheoryData<string, bool> Every => new() { { "hainan", false }, { "hebei", false }, { "national", false }, { "ningxia", false }, { "hainan", true }, { "hebei", true }, { "national", true }, { "ningxia", true } };

    [Theory]
    [MemberData(nameof(Every))]
    public void Each_notice_is_a_page_with_all_its_words_inside_its_frame(string province, bool large)
    {
        var terms = RulePacks.InForce(province, Today).Venues;
        using var pdf = new PdfInspector(NoticePoster.Draw(terms.Notices, VenueCase.Office(), large ? Paper.A3 : Paper.A4));
        var (width, scale) = large ? (297, 297d / 210) : (210, 1d);

        Assert.Equal(terms.Notices.Count, pdf.Sizes.Count);
        foreach (var (place, notice) in terms.Notices.Index())
        {
            var words = pdf.Words(place + 1);
            Assert.All([notice.Title, .. notice.Lines, notice.Citation.Place, "0312-12345"], text => Assert.Contains(Bare(text), words, StringComparison.Ordinal));
            var page = pdf.Render(place + 1, 50);
            var ink = page.Ink()!.Value;
            Assert.True(ink.Left > 11 * scale && ink.Right < width - (11 * scale) && ink.Top > 11 * scale, $"{ink}");
            // White between the lines and the telephone below them, and inside the frame.
            Assert.Null(page.Ink(left: 14 * scale, top: 14 * scale, right: 18 * scale, bottom: 283 * scale));
            Assert.Null(page.Ink(left: 192 * scale, top: 14 * scale, right: 196 * scale, bottom: 283 * scale));
        }
    }

    [Theory]
    [InlineData("hainan")]
    [InlineData("hebei")]
    [InlineData("national")]
    [InlineData("ningxia")]
    public void They_are_read_from_two_metres(string province)
    {
        var terms = RulePacks.InForce(province, Today).Venues;
        using var pdf = new PdfInspector(NoticePoster.Draw(terms.Notices, VenueCase.Office(), Paper.A4));

        foreach (var place in Enumerable.Range(1, terms.Notices.Count))
        {
            Assert.True(pdf.Render(place, 100).Lines(20, 90, 190, 246).Average() > 5, $"{place}: {string.Join(' ', pdf.Render(place, 100).Lines(20, 90, 190, 246))}");
        }
    }

    [Fact]
    public void The_list_for_the_door_has_a_row_for_each_number_and_the_venues_own_at_its_head()
    {
        using var list = new PdfInspector(EntryListSheet.Draw(VenueCase.Approved(12, name: new('村', 30)), VenueCase.Office()));
        var words = list.Words(1);

        Assert.Equal([(210, 297)], list.Sizes.Select(size => ((int)Math.Round(size.Width), (int)Math.Round(size.Height))));
        Assert.All(["入场登记名单", "场所编号0012", "几点", "姓名，或者卡号", "出示了什么", "登记的人（签名）"], word => Assert.Contains(word, words, StringComparison.Ordinal));
        Assert.Equal(EntryListSheet.Rows, words.Split("正常不正常").Length - 1);
        var ink = list.Render(1, 100).Ink()!.Value;
        Assert.True(ink.Left > 10 && ink.Top > 8 && ink.Right < 200 && ink.Bottom < 290, $"{ink}");
    }

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
