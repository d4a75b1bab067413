using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.Printing.Slips;

namespace HealthCode.Tests.Printing;

/// <summary>派发单 with its part to tear off, and the blank form: what stands on them, where, and who does not.</summary>
public sealed class TipSlipTests
{
    private const string Mark = "末";

    [Fact]
    public void Who_goes_there_has_everything_above_the_line_and_room_to_write_below_it()
    {
        using var slip = Drawn(TipCase.Clue);
        var (above, below) = (Bare(slip.WordsIn(1, 0, 0, 210, TipSlip.CutLine)), Bare(slip.WordsIn(1, 0, TipSlip.CutLine, 210, 297)));

        Assert.Single(slip.Sizes);
        Assert.All(["线索派发单", "编号0001", "3组网格员马晓燕13800000001", Bare(TipCase.Place), "出现发热、干咳、咳痰", "纳福贵", "咳了三天", "立即上门核查处理", "本村（居）自定"], word => Assert.Contains(word, above, StringComparison.Ordinal));
        Assert.All(["回执", "编号0001", "上门时间", "核查到什么", "怎样处理的", "有没有疑似", "签名", "沿虚线剪下"], word => Assert.Contains(word, below, StringComparison.Ordinal));
        // The part that comes back says nothing of the person.
        Assert.All(["纳福贵", "马家商店", "咳了三天"], word => Assert.DoesNotContain(word, below, StringComparison.Ordinal));
        // The dashes, and the empty box for what was found.
        var picture = slip.Render(1, 100);
        Assert.NotNull(picture.Ink(left: 5, top: TipSlip.CutLine - 1, right: 205, bottom: TipSlip.CutLine + 1));
        Assert.Null(picture.Ink(left: 47, top: TipSlip.CutLine + 31, right: 193, bottom: TipSlip.CutLine + 49));
        Assert.Empty(slip.Codes(1, 100));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(700)]
    [InlineData(1000)]
    public void A_description_of_any_length_is_there_to_its_last_character_and_nothing_lies_across_the_line(int length)
    {
        using var slip = Drawn(TipCase.Clue with { Description = new string('情', length - 1) + Mark, Place = new string('地', Tip.LongestLine) });
        var words = string.Concat(Enumerable.Range(1, slip.Sizes.Count).Select(slip.Words));

        Assert.Contains(Mark, words, StringComparison.Ordinal);
        Assert.Equal(length - 1, words.Count(character => character == '情') - words.Split("情况").Length + 1);
        Assert.True(slip.Sizes.Count == 1 || slip.Words(1).Contains("下一页接着", StringComparison.Ordinal));
        Assert.Null(slip.Render(1, 100).Ink(left: 15, top: TipSlip.CutLine - 3, right: 195, bottom: TipSlip.CutLine - 1));
    }

    [Fact]
    public void The_reporter_is_on_no_paper()
    {
        using var slip = Drawn(TipCase.Gathering);

        Assert.All(new[] { TipCase.ReporterName, TipCase.ReporterPhone, "举报人" }, word => Assert.DoesNotContain(word, slip.Words(1), StringComparison.Ordinal));
        Assert.Contains("监督举报派发单", slip.Words(1), StringComparison.Ordinal);
        Assert.DoesNotContain("兹证明", slip.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void The_blank_form_has_the_four_conditions_and_the_kinds_on_one_page()
    {
        using var form = new PdfInspector(TipForm.Draw(TipCase.Terms, TipCase.Office()));
        var words = Bare(form.Words(1));

        Assert.Single(form.Sizes);
        Assert.All(
            [.. TipCase.Terms.Conditions.Select(condition => condition.Text), .. TipCase.Terms.Topics, "举报人姓名（可以不留）", "所在地", "受理人签名"], word => Assert.Contains(word, words, StringComparison.Ordinal));
        // The lowest line stands above the edge of the paper.
        Assert.Null(form.Render(1, 60).Ink(top: 288));
        Assert.Empty(form.Codes(1, 100));
    }

    private static PdfInspector Drawn(TipContent content) => new(TipSlip.Draw(TipCase.At(TipState.Dispatched, content), TipCase.Terms, TipCase.Office()));

    private static string Bare(string words) => words.Replace("　", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
