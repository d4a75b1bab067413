using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Reports;
using HealthCode.Web.Security;
using HealthCode.Web.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Reports;

/// <summary>报表: one click a sheet, masked; whole ones for who is permitted, with a reason, and everybody can see who took them.</summary>
public sealed class IndexPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await _server.IssueAsync(2);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Every_report_of_the_page_is_one_click_away_and_is_a_valid_sheet()
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        await clerk.OpenAsync("/Reports?firstDay=20200301&lastDay=20200305");
        var links = clerk.Page.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(ReportCatalog.All.Count(report => !report.IsOfTownship && report.IsKnown(LawfulCase.Pack)), links.Count);
        foreach (var link in links)
        {
            using var answer = await clerk.Http.GetAsync(link);
            Assert.Equal((link, HttpStatusCode.OK, Workbook.MediaType), (link, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Empty(Spreadsheet.Open(await answer.Content.ReadAsStreamAsync()).Faults);
        }

        Assert.Empty(Directory.GetFiles(Path.Combine(_server.Folder, "tmp")));
    }

    [Theory]
    [InlineData("今天", "20200305", "20200305")]
    [InlineData("昨天", "20200304", "20200304")]
    [InlineData("本周", "20200302", "20200305")]
    [InlineData("上周", "20200224", "20200301")]
    [InlineData("本月", "20200301", "20200305")]
    [InlineData("上月", "20200201", "20200229")]
    public async Task The_days_are_chosen_by_their_word(string word, string first, string last)
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        await clerk.OpenAsync("/Reports");

        await clerk.OpenAsync(clerk.Page.QuerySelectorAll("main nav a").Single(link => link.TextContent == word).GetAttribute("href")!);

        Assert.Equal((first, last), (clerk.Field("从").GetAttribute("value")!.Replace("-", "", StringComparison.Ordinal), clerk.Field("到").GetAttribute("value")!.Replace("-", "", StringComparison.Ordinal)));
        Assert.Equal(word, clerk.Page.QuerySelectorAll("main nav a[aria-current]").Single().TextContent);
        Assert.Contains($"firstDay={first}&lastDay={last}", clerk.Page.QuerySelector("a[aria-label='下载健康通行卡台账']")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_report_has_its_picture_and_a_sentence()
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        await clerk.OpenAsync("/Reports");

        foreach (var entry in clerk.Page.QuerySelectorAll(".catalogue li"))
        {
            using var picture = await clerk.Http.GetAsync(entry.QuerySelector("img")!.GetAttribute("src"));
            Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (picture.StatusCode, picture.Content.Headers.ContentType?.MediaType));
            Assert.EndsWith("。", entry.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_round_of_renewals_is_printed_for_who_walks_and_told_as_taken_along()
    {
        var ids = await _server.IssueAsync(3, from: 10);
        await _server.HandOverAsync([.. ids]);
        _server.Clock.Advance(TimeSpan.FromDays(12));
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        await clerk.OpenAsync("/Reports");

        using var round = new PdfInspector(await clerk.Http.GetByteArrayAsync(clerk.Page.QuerySelector("a[href='/Printing/Renewals']")!.GetAttribute("href")));

        Assert.Equal((297, 210), ((int)Math.Round(round.Sizes[0].Width), (int)Math.Round(round.Sizes[0].Height)));
        Assert.Contains("到期续办走访单", round.Words(1), StringComparison.Ordinal);
        Assert.Contains("1组", round.Words(1), StringComparison.Ordinal);
        Assert.Contains("1组11号", round.Words(1), StringComparison.Ordinal);
        Assert.Contains("没有电话3月19日还剩2天", round.Words(1), StringComparison.Ordinal);
        var record = await _server.InDbAsync(db => db.AuditRecords.SingleAsync(each => each.Action == "导出"));
        Assert.Equal(("到期续办名单", "2020年3月17日；完整；打印走访单，3 人"), (record.Subject, record.Detail));
    }

    [Fact]
    public async Task A_file_has_a_Chinese_name_without_anybodys_and_its_going_out_is_written_down()
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);

        using var answer = await clerk.Http.GetAsync("/Reports?handler=File&report=passes&firstDay=20200301&lastDay=20200305");
        var sheet = Spreadsheet.Open(await answer.Content.ReadAsStreamAsync());

        var name = answer.Content.Headers.ContentDisposition!.FileNameStar!;
        Assert.EndsWith("_健康通行卡台账_20200301-20200305.xlsx", name, StringComparison.Ordinal);
        Assert.All(sheet.Column("姓名"), each => Assert.Contains('*', each));
        Assert.Contains("填报人：测试luru", sheet.Rows[^1][0], StringComparison.Ordinal);
        var record = await _server.InDbAsync(db => db.AuditRecords.SingleAsync(each => each.Action == "导出"));
        Assert.Equal(("luru", "健康通行卡台账", "2020年3月1日至2020年3月5日；脱敏"), (record.UserName, record.Subject, record.Detail));
    }

    [Fact]
    public async Task A_whole_one_needs_the_permission_and_a_reason_and_carries_who_took_it()
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        Assert.DoesNotContain("完整", (await clerk.OpenAsync("/Reports")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync("/Reports/Full?report=passes")).Status);

        var exporter = await _server.SignedInUserAsync("daochu", _office, Roles.Clerk, Roles.LedgerExporter);
        await exporter.OpenAsync("/Reports?firstDay=20200305&lastDay=20200305");
        await exporter.OpenAsync(exporter.Page.QuerySelector("a[aria-label='完整的健康通行卡台账']")!.GetAttribute("href")!);
        await exporter.SendAsync(("导出原因", ""));
        Assert.Contains("请填写导出原因", exporter.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDbAsync(db => db.AuditRecords.CountAsync(each => each.Action == "导出")));

        using var form = new FormUrlEncodedContent([.. exporter.MainFields().Where(field => field.Key != "Input.Reason"), new("Input.Reason", "镇防疫办核查")]);
        using var answer = await exporter.Http.PostAsync("/Reports/Full?report=passes&firstDay=20200305&lastDay=20200305", form);
        var sheet = Spreadsheet.Open(await answer.Content.ReadAsStreamAsync());

        Assert.Equal(2, sheet.Body.Count);
        Assert.DoesNotContain(sheet.Column("姓名"), each => each.Contains('*', StringComparison.Ordinal));
        Assert.Contains("导出人：测试daochu　导出时间：2020-03-05 09:00　原因：镇防疫办核查", sheet.Rows[^1][0], StringComparison.Ordinal);
        Assert.EndsWith("完整；镇防疫办核查", (await _server.InDbAsync(db => db.AuditRecords.SingleAsync(each => each.Action == "导出"))).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_names_nobody_has_no_whole_one_and_another_report_does_not_exist()
    {
        var exporter = await _server.SignedInUserAsync("daochu", _office, Roles.Clerk, Roles.LedgerExporter);

        foreach (var page in (string[])["/Reports/Full?report=daily", "/Reports/Full?report=nothing", "/Reports/Full", "/Reports?handler=File&report=nothing"])
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await exporter.OpenAsync(page)).Status));
        }
    }

    [Fact]
    public async Task A_township_official_sees_his_offices_and_no_other()
    {
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var official = await _server.SignedInUserAsync("zhen", other.Code[..9], Roles.TownshipOfficial);

        await official.OpenAsync("/Reports");
        using var ledger = await official.Http.GetAsync("/Reports?handler=File&report=passes&firstDay=20200301&lastDay=20200305&office=" + _office);

        Assert.Contains("乡镇汇总", official.Text, StringComparison.Ordinal);
        Assert.Empty(Spreadsheet.Open(await ledger.Content.ReadAsStreamAsync()).Body);
    }
}
