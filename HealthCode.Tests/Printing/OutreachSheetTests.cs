using HealthCode.Domain.Outreach;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Forms;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>上门名单 of a round: everything in full and inside its box, with the name of who walks on every page.</summary>
public sealed class OutreachSheetTests
{
    [Theory]
    [InlineData("马德山", "没有码也没有卡")]
    [InlineData("阿卜杜热合曼·麦麦提吐尔逊", "没有码也没有卡，80 岁以上、独居、残疾、卧床，去过")]
    public void Every_word_is_on_the_sheet_and_inside_its_box(string name, string reason)
    {
        using var sheet = Drawn(Row(1, name, reason), Row(2, "马德山", ""));

        var words = sheet.Words(1).Replace("　", "", StringComparison.Ordinal);
        Assert.All([name, reason.Replace(" ", "", StringComparison.Ordinal), "82岁", "3组3-8", "13800000003", "样例村3组8号", "已办家里没人不需要", "已有码再来"], word => Assert.Contains(word, words, StringComparison.Ordinal));
        // The reason's cell of the second row, which has none, and the empty box for a note of the first.
        Assert.Null(sheet.Render(1, 150).Ink(left: 157, top: 66, right: 199, bottom: 79));
        Assert.Null(sheet.Render(1, 150).Ink(left: 257, top: 49, right: 283, bottom: 62));
    }

    [Fact]
    public void Who_walks_is_named_on_every_page_and_nobody_is_cut_off_between_two()
    {
        using var sheet = Drawn([.. Enumerable.Range(1, 17).Select(number => Row(number, $"马{number}", "卡 3月19日到期"))]);

        Assert.Equal(3, sheet.Sizes.Count);
        Assert.All([1, 2, 3], page => Assert.Contains("上门的人马晓燕13800000001", sheet.Words(page).Replace("　", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Equal(17, Enumerable.Range(1, 3).Sum(page => sheet.Words(page).Split("已有码").Length - 1));
        Assert.Empty(sheet.Codes(1, 150));
    }

    private static OutreachSheetRow Row(int number, string name, string reason) => new(number, name, "82 岁", "3组 3-8", "13800000003", "样例村3组8号", reason);

    private static PdfInspector Drawn(params IReadOnlyList<OutreachSheetRow> rows) => new(OutreachSheet.Draw(
        rows,
        OutreachRound.Plan(
            Office(), 1, OutreachKind.Canvass, new(PersonName.Restore("马晓燕"), PhoneNumber.Restore("13800000001")), Today, [Resident.Enter(Office(), new() { Person = Applicant }, Today)], new Dictionary<long, int>(), Clerk, Now, Today),
        Office()));
}
