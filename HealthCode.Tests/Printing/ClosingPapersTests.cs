using HealthCode.Domain.Archives;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Requests;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.Printing.Slips;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>公告, 销毁清册, 箱签, 答复单 as they come out of the printer.</summary>
public sealed class ClosingPapersTests
{
    private static readonly EndNotice Paper = new("样例省应对新冠肺炎疫情工作指挥部办公室", "样指办发〔2020〕109号", Today);

    [Fact]
    public void The_notice_is_one_page_in_letters_one_reads_from_two_metres()
    {
        using var notice = new PdfInspector(ClosingNotice.Draw(Ended(), Paper));

        Assert.Single(notice.Sizes);
        AssertOnPaper(notice, 210, 297);
        Assert.All(["公告", "健康通行卡停止使用", "从2020年3月5日起", "样指办发〔2020〕109号", "保存到2020年4月4日", "0951-12345"], word => Assert.Contains(word, notice.Words(1), StringComparison.Ordinal));
        // 15 pt and more: a Chinese character of 24 pt is about 8 mm high.
        Assert.True(notice.Render(1, 100).Lines(22, 80, 188, 200).Average() > 5, string.Join(' ', notice.Render(1, 100).Lines(22, 80, 188, 200)));
    }

    [Fact]
    public void Without_an_end_there_is_no_notice() => Assert.Throws<ArgumentException>(() => ClosingNotice.Draw(Office(), Paper));

    [Fact]
    public void The_list_says_what_how_many_how_and_leaves_room_for_two_signatures_and_the_seal()
    {
        using var key = IssuingKey.Make(Code, "样例村", 1, Today);
        var record = Destroyed(18, text => RecordSignature.Write(key, text));
        using var list = new PdfInspector(DestructionList.Draw(record, [Box("2020-01"), Gone(Box("2020-02"))]));

        AssertOnPaper(list, 210, 297);
        var pages = Enumerable.Range(1, list.Sizes.Count).ToList();
        var words = string.Concat(pages.Select(list.Words));
        Assert.All(
            ["销毁清册", "样指办发〔2020〕109号", "种类0", "种类17", "从数据库删除并覆写", "到第9号记录", "2020-01", "还没有", "4月5日碎纸", "王秀兰李建国", "共2箱240份，已销毁1箱", "U盘、移动硬盘上的备份", "监销人（签字）：", "（盖章）", record.Signature[..5]],
            word => Assert.Contains(word, words, StringComparison.Ordinal));
        Assert.Equal([record.Signature], pages.SelectMany(page => list.Codes(page, 300)));
    }

    [Fact]
    public void The_list_says_what_is_still_to_be_done_by_hand_which_sticks_and_which_envelopes()
    {
        var record = DestructionRecord.Begin(Ended(), Paper, Now, Today.AddDays(31));
        record.Note(DestructionRecord.ByHand, "第二个地方没有删掉的备份", "个文件", "写不进去，要手工销毁：healthcode-20200304-004000.hcb", 1, Now);
        record.Finish("到第 9 号记录", _ => "", Now.AddMinutes(1));

        using var list = new PdfInspector(DestructionList.Draw(record, []));

        Assert.All(
            ["没有删掉，见三", "healthcode-20200304-004000.hcb", "封着备份口令的信封", "2020年3月5日09:31:00以前拷出去的备份"],
            word => Assert.Contains(word, list.Words(1), StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_of_a_county_says_which_copies_of_the_database_are_still_to_be_destroyed_and_what_is_readable_in_them()
    {
        using var county = new PdfInspector(DestructionList.Draw(Destroyed(1, _ => ""), [], "数据库的日志归档"));
        using var village = new PdfInspector(DestructionList.Draw(Destroyed(1, _ => ""), []));

        Assert.All(["□数据库的日志归档", "密钥在最后一个村居销毁时一起销毁", "查找用的姓名没有加密", "程序够不着，见三"], word => Assert.Contains(word, county.Words(1), StringComparison.Ordinal));
        Assert.Contains("没有留下空页和日志", village.Words(1), StringComparison.Ordinal);
        Assert.DoesNotContain("够不着", village.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_a_signature_says_so_and_an_unfinished_one_is_not_printed()
    {
        using var list = new PdfInspector(DestructionList.Draw(Destroyed(1, _ => ""), []));

        Assert.Contains("没有数字签名", list.Words(1), StringComparison.Ordinal);
        Assert.Contains("没有登记纸质材料", list.Words(1), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DestructionList.Draw(DestructionRecord.Begin(Ended(), Paper, Now, Today.AddDays(31)), []));
    }

    [Fact]
    public void A_label_of_the_longest_words_stays_on_its_paper()
    {
        var box = PaperBox.Enter(Office(), new('8', PaperBox.LongestName), new('表', PaperBox.LongestLine), 100_000, new('柜', PaperBox.LongestLine), Today, Today, Clerk, Now, Today);
        using var label = new PdfInspector(BoxLabel.Draw(box, Office()));

        AssertOnPaper(label, 105, 148, edge: 4);
        Assert.Contains("留存至疫情解除后30天", label.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_granted_access_tells_forms_cards_and_decisions_and_an_open_one_is_not_printed()
    {
        var form = Approved();
        var request = ResidentRequest.Receive(Office(), RequestKind.Access, "马德山", "", "看过身份证原件", "想看看", form, Clerk, Now, Today);
        Assert.Throws<ArgumentException>(() => RequestSlip.Draw(request, Office(), [form], [Issued()], null, Today));
        request.Grant("如下", null, Reviewer, Today);

        using var slip = new PdfInspector(RequestSlip.Draw(request, Office(), [form], [Issued()], null, Today));

        AssertOnPaper(slip, 210, 297);
        var words = string.Concat(Enumerable.Range(1, slip.Sizes.Count).Select(slip.Words));
        Assert.All(["查阅答复单", "申报表1份，健康通行卡1张", PaperForm.Number, "审核：符合", "健康通行卡6401", "(1)否", "36.5℃"], word => Assert.Contains(word, words, StringComparison.Ordinal));
    }

    private static void AssertOnPaper(PdfInspector paper, int width, int height, double edge = 10)
    {
        Assert.All(paper.Sizes, size => Assert.Equal((width, height), ((int)Math.Round(size.Width), (int)Math.Round(size.Height))));
        Assert.All(paper.Fonts, font => Assert.True(font.Embedded, font.Name));
        foreach (var page in Enumerable.Range(1, paper.Sizes.Count))
        {
            var ink = paper.Render(page, 100).Ink()!.Value;
            Assert.True(ink.Left > edge && ink.Top > edge && ink.Right < width - edge && ink.Bottom < height - edge, $"{ink}");
        }
    }

    private static Office Ended()
    {
        var office = Office();
        office.EndEpidemic(Today, Today);
        return office;
    }

    private static DestructionRecord Destroyed(int kinds, Func<string, string> sign)
    {
        var record = DestructionRecord.Begin(Ended(), Paper, Now, Today.AddDays(31));
        foreach (var kind in Enumerable.Range(0, kinds))
        {
            record.Note($"kind-{kind}", $"种类{kind}", "份", "从数据库删除并覆写", kind, Now);
        }

        record.Finish("到第 9 号记录", sign, Now.AddMinutes(1));
        return record;
    }

    private static PaperBox Box(string number) => PaperBox.Enter(Office(), number, "健康通行卡办理申报表", 120, "档案柜二层", Today, Today, Clerk, Now, Today);

    private static PaperBox Gone(PaperBox box)
    {
        box.Destroy(BoxDisposal.Shredded, "王秀兰", "李建国", Today.AddDays(31), Ended(), Today.AddDays(31));
        return box;
    }
}
