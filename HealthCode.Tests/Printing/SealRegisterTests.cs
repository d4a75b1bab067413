using HealthCode.Domain.Passes;
using HealthCode.Domain.Seals;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Forms;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>用印登记簿 on paper: nine columns, every use, page after page.</summary>
public sealed class SealRegisterTests
{
    private static readonly string[] Titles = ["序号", "日期", "文件名称、事由", "份数", "申请人", "经办人", "批准人", "监印人", "备注"];

    [Fact]
    public void Forty_uses_are_three_pages_each_with_its_titles_and_its_sum()
    {
        using var register = Register([.. Batch.Cards(40).Select(card => Use(card))]);

        Assert.Equal(3, register.Sizes.Count);
        Assert.All(register.Sizes, size => Assert.Equal((297, 210), (Math.Round(size.Width), Math.Round(size.Height))));
        for (var page = 1; page <= 3; page++)
        {
            var words = register.Words(page);
            Assert.All(Titles, title => Assert.Contains(title, words, StringComparison.Ordinal));
            Assert.Contains($"2020年3月第{page}页，共3页", words, StringComparison.Ordinal);
            Assert.Contains($"本页{(page == 3 ? 6 : 17)}份，本月共40份", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_use_says_on_which_card_for_whom_and_by_whose_hands()
    {
        var card = Batch.Cards(1)[0];
        using var register = Register([Use(card, note: "补打")]);

        var words = register.Words(1);
        Assert.Contains($"12020年3月5日健康通行卡{card.Number}1{card.Holder.Name.Masked}李录入马经办王保管补打", words, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Holder.Name.Value, words, StringComparison.Ordinal);
        Assert.DoesNotContain(PaperForm.Number, words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seal_printed_from_its_image_says_so()
    {
        using var register = Register([Use(Batch.Cards(1)[0], overprint: true)]);

        Assert.Contains("套印", register.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_without_a_use_is_a_page_that_says_so_by_its_sum()
    {
        using var register = Register([]);

        Assert.Single(register.Sizes);
        Assert.Contains("本页0份，本月共0份", register.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_remark_stays_in_its_column()
    {
        using var register = Register([Use(Batch.Cards(1)[0], overprint: true, note: "原卡折断，当面销毁，另发一张，登记备查")]);
        var page = register.Render(1, 200);

        Assert.True(page.Ink(darkerThan: 200)!.Value.Right <= 297 - 14);
        // The second row begins where the first ends: nothing hangs over the rule between them.
        Assert.Null(page.Ink(left: 253.5, top: 56.4, right: 281.5, bottom: 250 - 60));
        Assert.Contains("登记备查", register.Words(1), StringComparison.Ordinal);
    }

    private static PdfInspector Register(IReadOnlyList<SealUse> uses) => new(SealRegister.Draw(uses, Office(), Today));

    private static SealUse Use(HealthPass card, bool overprint = false, string note = "") =>
        SealUse.OnCard(card, overprint, Clerk, new("gaizhang", "王保管"), Now, Today, note);
}
