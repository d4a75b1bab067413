using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Forms;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>上门名单: what does not fit in the size of the others is smaller, never cut off.</summary>
public sealed class RoundListSheetTests
{
    [Theory]
    [InlineData("医学观察第 9 天")]
    [InlineData("登记过情况，按天上报，11月22日起没有打卡")]
    [InlineData("医学观察第 104 天，还没有打过卡；登记过情况，按天上报，11月22日起没有打卡；代为打卡，11月22日起没有打卡；每日打卡，11月22日起没有打卡")]
    public void Every_word_of_a_reason_is_on_the_sheet_and_inside_its_row(string reason)
    {
        using var sheet = new PdfInspector(RoundListSheet.Draw(
            [new(1, "马晓燕", "马德山", "3组 3-8", "13800000003", "样例村3组8号", reason), new(2, "马晓燕", "马德山", "3组 3-8", "13800000003", "样例村3组8号", "")], Pack.HealthCode.CheckIn, Office(), Today));

        Assert.Contains(reason.Replace(" ", "", StringComparison.Ordinal), sheet.Words(1), StringComparison.Ordinal);
        // The reason's cell of the second row, which has none.
        Assert.Null(sheet.Render(1, 150).Ink(left: 151, top: 64, right: 193, bottom: 78));
    }

    [Theory]
    [InlineData("ningxia", new[] { "体温", "正常吗" }, new[] { "症状", "3问" })]
    [InlineData("hebei", new string[0], new[] { "体温", "症状", "问依次" })]
    [InlineData("hainan", new[] { "症状", "3问", "1发热", "14天内是否曾发热" }, new[] { "体温由您" })]
    [InlineData("national", new[] { "体温", "症状", "2问", "3不确定" }, new string[0])]
    public void It_has_a_box_for_each_thing_the_provinces_form_asks_and_for_no_other(string province, string[] has, string[] hasNot)
    {
        using var sheet = new PdfInspector(RoundListSheet.Draw(
            [new(1, "马晓燕", "马德山", "3组 3-8", "13800000003", "样例村3组8号", "医学观察第 9 天")], RulePacks.InForce(province, Today).HealthCode.CheckIn, Office(), Today));

        var words = sheet.Words(1);
        Assert.All([.. has, "本人的话", "没见到的写“不在”"], word => Assert.Contains(word, words, StringComparison.Ordinal));
        Assert.All(hasNot, word => Assert.DoesNotContain(word, words, StringComparison.Ordinal));
    }
}
