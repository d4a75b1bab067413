using HealthCode.Domain.Auditing;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Audit;

public sealed class IndexPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _administrator = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _administrator = await _server.SignedInUserAsync("admin", (await _server.FirstVillageAsync()).Value, Roles.SystemAdministrator);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_address_cannot_say_what_was_done()
    {
        await _administrator.OpenAsync("/Audit?StatusMessage=forged");
        await _administrator.OpenAsync("/Audit");

        Assert.Equal("", _administrator.StatusMessage);
    }

    [Fact]
    public async Task The_newest_record_comes_first()
    {
        await _administrator.OpenAsync("/Audit");

        Assert.Contains("登录", _administrator.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_begins_and_ends_at_midnight_in_Beijing()
    {
        await NoteAtAsync(new(2020, 3, 4, 23, 59, 59, TimeSpan.FromHours(8)), "前夜");
        await NoteAtAsync(new(2020, 3, 5, 0, 0, 0, TimeSpan.FromHours(8)), "零点");
        await NoteAtAsync(new(2020, 3, 5, 23, 59, 59, TimeSpan.FromHours(8)), "末秒");
        await NoteAtAsync(new(2020, 3, 6, 0, 0, 0, TimeSpan.FromHours(8)), "次日");

        await _administrator.OpenAsync("/Audit?FirstDay=20200305&LastDay=20200305");

        Assert.Contains("零点", _administrator.Text, StringComparison.Ordinal);
        Assert.Contains("末秒", _administrator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("前夜", _administrator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("次日", _administrator.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_user_is_picked_out()
    {
        await _server.SignedInAsync("admin", "wrong");
        await _administrator.OpenAsync("/Audit?UserName=nobody");

        Assert.Contains("没有记录", _administrator.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_are_found_by_what_was_done_to_which_paper_at_which_PC_and_by_whom()
    {
        await _server.InDbAsync(async db =>
        {
            db.AuditRecords.Add(AuditRecord.Of(new(new("luru", "王秀兰"), null, "192.168.1.7"), _server.Clock.GetUtcNow(), "打印", "通行卡 640104001001 0001"));
            db.AuditRecords.Add(AuditRecord.Of(new(new("shenhe", "李建国"), null, "192.168.1.9"), _server.Clock.GetUtcNow(), "导出", "日报表"));
            await db.SaveChangesAsync();
        });

        foreach (var (asked, found) in new[] { ("Done=打印", "通行卡"), ("Subject=0001", "通行卡"), ("Workstation=1.9", "日报表"), ("UserName=李建国", "日报表"), ("UserName=luru", "通行卡") })
        {
            await _administrator.OpenAsync("/Audit?" + asked);
            var row = Assert.Single(_administrator.Page.QuerySelectorAll("table.list tbody tr"));
            Assert.Contains(found, row.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_has_thirty_records_and_leads_to_the_older_ones()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            for (var i = 0; i < 40; i++)
            {
                db.Audit("试", $"第 {i} 条");
            }

            return Task.CompletedTask;
        }));

        await _administrator.OpenAsync("/Audit?Done=试");
        Assert.Equal(30, _administrator.Page.QuerySelectorAll("table.list tbody tr").Length);
        await _administrator.OpenAsync(_administrator.Page.QuerySelector(".pages a")!.GetAttribute("href")!);
        Assert.Equal(10, _administrator.Page.QuerySelectorAll("table.list tbody tr").Length);
        Assert.Contains("第 9 条", _administrator.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_looked_for_is_taken_along_as_a_workbook_with_its_explanations()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            db.Audit("试", "甲");
            db.Audit("别的", "乙");
            return Task.CompletedTask;
        }));
        await _administrator.OpenAsync("/Audit?Done=试");
        var address = _administrator.Page.QuerySelectorAll("a.button").Single(link => link.TextContent == "下载 Excel").GetAttribute("href")!;

        using var file = new MemoryStream(await _administrator.Http.GetByteArrayAsync(address));

        var book = Spreadsheet.Open(file);
        Assert.Empty(book.Faults);
        Assert.Equal(["甲"], book.Column("对象"));
        Assert.Contains(book.Explanation, row => row.Any(cell => cell.Contains("缺号就是被删过", StringComparison.Ordinal)));
        Assert.True(await _server.InDbAsync(db => db.AuditRecords.AnyAsync(record => record.Action == "导出" && record.Subject == "审计记录")));
    }

    [Fact]
    public async Task The_chain_is_checked_on_demand_and_the_result_is_a_record_itself()
    {
        await _administrator.OpenAsync("/Audit");
        await _administrator.PressAsync("现在校验");

        Assert.Equal("校验完了：审计记录一条不少，没有被改动过。", _administrator.StatusMessage);
        Assert.Contains("没有被改动过", _administrator.Page.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("admin", (await _server.InDbAsync(db => db.AuditRecords.SingleAsync(record => record.Action == AuditCheck.ActionName))).UserName);
    }

    private async Task NoteAtAsync(DateTimeOffset at, string subject) => await _server.InDbAsync(async db =>
    {
        db.AuditRecords.Add(HealthCode.Domain.Auditing.AuditRecord.Of(new(null, null, ""), at, "试", subject));
        await db.SaveChangesAsync();
    });
}
