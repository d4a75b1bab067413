using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Forms;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>上门名单: what does not fit in the size of the others is smaller, never cut off.</summary>
public sealed class RoundListSheetTests
{
    [Theory]
    [InlineData("医学观察第 9 天")]
    [InlineData("连续上报：11月22日中断，重新起算；连续第 10 天，还差 4 天，最早12月7日")]
    [InlineData("连续上报：11月22日中断，重新起算；还没有开始，要满 14 天，最早12月12日；连续上报：11月22日中断，重新起算；连续第 10 天")]
    public void Every_word_of_a_reason_is_on_the_sheet_and_inside_its_row(string reason)
    {
        using var sheet = new PdfInspector(RoundListSheet.Draw(
            [new(1, "马晓燕", "马德山", "3组 3-8", "13800000003", "样例村3组8号", reason), new(2, "马晓燕", "马德山", "3组 3-8", "13800000003", "样例村3组8号", "")], Office(), Today));

        Assert.Contains(reason.Replace(" ", "", StringComparison.Ordinal), sheet.Words(1), StringComparison.Ordinal);
        // The reason's cell of the second row, which has none.
        Assert.Null(sheet.Render(1, 150).Ink(left: 151, top: 64, right: 193, bottom: 78));
    }
}
