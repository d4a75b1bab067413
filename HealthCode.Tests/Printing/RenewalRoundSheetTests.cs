using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Forms;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>到期续办走访单: for who walks from door to door.</summary>
public sealed class RenewalRoundSheetTests
{
    [Fact]
    public void A_grid_worker_has_his_own_pages_with_a_heading_for_each_group_and_a_household_once()
    {
        using var sheet = Sheet(
            Row("马晓燕", "1组", "样例村1组3号", "马德山", 3), Row("马晓燕", "1组", "样例村1组3号", "王秀兰", 0), Row("马晓燕", "2组", "样例村2组1号", "李建国", -2), Row("杨建军", "6组", "样例村6组1号", "丁文才", 1));

        Assert.Equal(2, sheet.Sizes.Count);
        Assert.Contains("网格员马晓燕第1页，共2页", sheet.Words(1), StringComparison.Ordinal);
        Assert.Contains("1组□样例村1组3号马德山13800000003", sheet.Words(1), StringComparison.Ordinal);
        Assert.Contains("□同上一户王秀兰", sheet.Words(1), StringComparison.Ordinal);
        Assert.All(["还剩3天", "今天最后一天", "过期2天了", "2组"], word => Assert.Contains(word, sheet.Words(1), StringComparison.Ordinal));
        Assert.Contains("网格员杨建军", sheet.Words(2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_people_with_the_longest_names_lose_nothing_and_stay_on_the_paper()
    {
        using var sheet = Sheet([.. Enumerable.Range(1, 100).Select(i => Row("马晓燕", $"{1 + (i / 9)}组", Batch.LongAddress + i, Batch.LongName, i % 5))]);

        var words = string.Concat(Enumerable.Range(1, sheet.Sizes.Count).Select(sheet.Words));
        Assert.All(Enumerable.Range(1, 100), i => Assert.Contains($"{Batch.LongAddress}{i}", words, StringComparison.Ordinal));
        Assert.Equal(100, System.Text.RegularExpressions.Regex.Count(words, Batch.LongName));
        foreach (var page in Enumerable.Range(1, sheet.Sizes.Count))
        {
            var ink = sheet.Render(page, 100).Ink()!.Value;
            Assert.True(ink is { Left: > 8, Top: > 8, Right: < 289, Bottom: < 208 }, $"{ink}");
        }
    }

    [Fact]
    public void With_nobody_to_visit_there_is_a_page_that_says_whose_it_is() => Assert.Single(Sheet().Sizes);

    private static PdfInspector Sheet(params RenewalRoundRow[] rows) => new(RenewalRoundSheet.Draw(rows, Office(), Today));

    private static RenewalRoundRow Row(string worker, string group, string address, string name, int daysLeft) => new(worker, group, address, name, "13800000003", Today.AddDays(daysLeft), daysLeft);
}
