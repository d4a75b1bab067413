using System.Net;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Reports;

/// <summary>报送: the office's side of the stick.</summary>
public sealed class CourierPageTests : IAsyncLifetime
{
    private StickCase _stick = null!;

    public async Task InitializeAsync() => _stick = await StickCase.LaidOutAsync();

    public async Task DisposeAsync() => await _stick.DisposeAsync();

    [Fact]
    public async Task The_clerk_presses_once_and_downloads_a_file_named_after_village_number_and_day()
    {
        await _stick.MakeAsync();

        Assert.StartsWith("第 1 包已做好", _stick.Office.StatusMessage, StringComparison.Ordinal);
        var row = _stick.Office.Page.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("2020年3月5日", row, StringComparison.Ordinal);
        Assert.Contains("测试luru", row, StringComparison.Ordinal);
        Assert.Contains("未回执", row, StringComparison.Ordinal);
        using var answer = await _stick.Office.Http.GetAsync(StickCase.FileOf(1));
        var village = await _stick.OfficeServer.InDbAsync(async db => (await db.Offices.SingleAsync()).ShortVillage);
        Assert.Equal($"{village}_报送_第0001包_20200305.hcp", answer.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task The_same_package_is_downloaded_again_byte_for_byte_also_after_a_restart()
    {
        var first = await _stick.PackageAsync();

        Assert.Equal(first, await _stick.DownloadAsync(1));
        await _stick.RestartOfficeAsync();
        Assert.Equal(first, await _stick.DownloadAsync(1));
    }

    [Fact]
    public async Task Numbers_have_no_gaps_and_a_refused_attempt_takes_none()
    {
        _stick.AdvanceDays(1);
        await _stick.SignInAgainAsync();
        await _stick.MakeAsync("20200305", "20200305");
        await _stick.MakeAsync("20200305", "20200305");
        Assert.Contains("已经报过", Assert.Single(_stick.Office.Errors), StringComparison.Ordinal);
        await _stick.MakeAsync("20200307", "20200307");
        Assert.Contains("最晚到今天", Assert.Single(_stick.Office.Errors), StringComparison.Ordinal);

        await _stick.MakeAsync("20200305", "20200306", corrects: true);

        Assert.StartsWith("第 2 包已做好", _stick.Office.StatusMessage, StringComparison.Ordinal);
        Assert.Equal([1, 2], await _stick.OfficeServer.InDbAsync(db => db.PackagesSent.IgnoreQueryFilters().OrderBy(package => package.Number).Select(package => package.Number).ToListAsync()));
    }

    [Fact]
    public async Task The_next_package_begins_with_the_first_day_that_was_not_over_when_it_was_sent()
    {
        await _stick.OfficeServer.IssueAsync(1);
        await _stick.MakeAsync();
        _stick.AdvanceDays(2);
        await _stick.SignInAgainAsync();

        await _stick.Office.OpenAsync(StickCase.Courier);

        Assert.Equal("20200305", _stick.Office.Field("从").GetAttribute("value"));
        Assert.Equal("20200307", _stick.Office.Field("到").GetAttribute("value"));
    }

    [Fact]
    public async Task The_figures_of_a_day_are_those_of_the_office_and_of_Beijings_day()
    {
        var ids = await _stick.OfficeServer.IssueAsync(5);
        await _stick.OfficeServer.HandOverAsync(ids[0], ids[1], ids[2]);
        await _stick.OfficeServer.RevokeAsync(ids[0]);
        await _stick.OfficeServer.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var (office, now) = (await db.Offices.SingleAsync(), _stick.OfficeServer.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)));
            var lost = await db.Passes.SingleAsync(pass => pass.Id == ids[1]);
            db.Passes.Add(lost.Reprint(true, "赶集时", await Web.Data.Numbering.NextPassNumberAsync(db, office), office, now, LawfulCase.Today));
            var refused = Declaration.Submit(office, DeclarationNumber.Of(LawfulCase.Today, 900), "f-900", LawfulCase.Form, LawfulCase.Clerk, now, LawfulCase.Today);
            refused.RecordTemperature(LawfulCase.Measured("38.1", false));
            refused.RecordTemperature(LawfulCase.Measured("38.2", false));
            refused.ReturnForCorrection(LawfulCase.NothingFound, ["签名"], "没有签名", 1, LawfulCase.Reviewer, now, LawfulCase.Today);
            db.Declarations.Add(refused);
        }));
        // 07:30 on the 6th is still the 5th in UTC.
        _stick.OfficeServer.Clock.SetTo(new(2020, 3, 6, 7, 30, 0, TimeSpan.FromHours(8)));
        await _stick.OfficeServer.HandOverAsync(ids[3]);
        await _stick.SignInAgainAsync();

        var days = (await _stick.ReadAsync(await _stick.PackageAsync("20200305", "20200306"))).Package!.Days;

        Assert.Equal(
            [
                new DayReport(new(2020, 3, 5)) { Submitted = 6, Approved = 5, Returned = 1, Feverish = 1, Printed = 3, Stamped = 3, HandedOver = 3, Reprinted = 1, Revoked = 1 },
                new DayReport(new(2020, 3, 6)) { Printed = 1, Stamped = 1, HandedOver = 1 },
            ],
            days);
    }

    [Fact]
    public async Task A_ledger_goes_along_only_with_permission_the_townships_key_and_a_reason()
    {
        await _stick.Office.OpenAsync(StickCase.Courier);
        Assert.DoesNotContain("附健康通行卡台账", _stick.Office.Text, StringComparison.Ordinal);
        await _stick.Office.PostAsync(StickCase.Courier + "?handler=Make", [.. StickCase.Token(_stick.Office), new("Input.FirstDay", "20200305"), new("Input.LastDay", "20200305"), new("Input.WithLedger", "true"), new("Input.Reason", "核查")]);
        Assert.StartsWith("/Account/Denied", _stick.Office.Address, StringComparison.Ordinal);

        await _stick.AsExporterAsync();
        await _stick.Office.PostAsync(StickCase.Courier + "?handler=Make", [.. StickCase.Token(_stick.Office), new("Input.FirstDay", "20200305"), new("Input.LastDay", "20200305"), new("Input.WithLedger", "true"), new("Input.Reason", "核查")]);
        Assert.Contains("请先导入乡镇的收件密钥文件", Assert.Single(_stick.Office.Errors), StringComparison.Ordinal);

        await _stick.TakeKeyAsync();
        await _stick.Office.PressAsync("制作报送包", ("附健康通行卡台账（加密，只有乡镇能打开）", "on"));
        Assert.Equal(["附台账请写明原因。"], _stick.Office.Errors);
        Assert.Equal(0, await _stick.OfficeServer.InDbAsync(db => db.PackagesSent.IgnoreQueryFilters().CountAsync()));
        Assert.Equal(0, await _stick.OfficeServer.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "导出")));
    }

    [Fact]
    public async Task The_townships_key_is_taken_in_only_after_its_fingerprint_was_shown()
    {
        var file = await _stick.KeyFileAsync();

        await _stick.Office.OpenAsync(StickCase.Courier);
        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=ReadKey", "file", file);
        await _stick.Township.OpenAsync(StickCase.Receive);
        var fingerprint = _stick.Township.Page.QuerySelector("p strong.figure")!.TextContent;
        Assert.Contains(fingerprint, _stick.Office.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _stick.OfficeServer.InDbAsync(db => db.Townships.CountAsync()));

        await _stick.Office.PressAsync("指纹一样，导入");

        Assert.StartsWith("已导入", _stick.Office.StatusMessage, StringComparison.Ordinal);
        Assert.Equal(1, await _stick.OfficeServer.InDbAsync(db => db.Townships.CountAsync()));
    }

    [Fact]
    public async Task A_changed_key_file_and_one_of_another_township_are_refused()
    {
        var file = await _stick.KeyFileAsync();
        using var other = TownshipKey.Make("640105001000", "别的镇");

        await _stick.Office.OpenAsync(StickCase.Courier);
        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=ReadKey", "file", CourierCase.Turned(file, file.Length - 1));
        Assert.Contains("签名不对", Assert.Single(_stick.Office.Errors), StringComparison.Ordinal);
        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=ReadKey", "file", other.KeyFile());
        Assert.Contains("不是本村居的上级", Assert.Single(_stick.Office.Errors), StringComparison.Ordinal);
        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=ReadKey", "file", []);
        Assert.Contains("请先选择文件", Assert.Single(_stick.Office.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_marks_the_package_and_lets_go_of_the_file()
    {
        await _stick.TakeKeyAsync();
        await _stick.ReceiveAsync(await _stick.PackageAsync());
        var receipt = await _stick.ReceiptAsync();

        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=Receipt", "file", receipt);

        Assert.Equal("第 1 包已回执。", _stick.Office.StatusMessage);
        Assert.Contains("已回执", _stick.Office.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _stick.Office.Http.GetAsync(StickCase.FileOf(1))).StatusCode);
        await _stick.Office.OpenAsync(StickCase.Courier);
        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=Receipt", "file", receipt);
        Assert.Equal("回执里没有新的包。", _stick.Office.StatusMessage);
    }

    [Fact]
    public async Task A_changed_receipt_or_one_by_a_key_not_taken_in_marks_nothing()
    {
        await _stick.ReceiveAsync(await _stick.PackageAsync());
        var receipt = await _stick.ReceiptAsync();

        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=Receipt", "file", receipt);
        Assert.Contains("请先导入它的收件密钥文件", Assert.Single(_stick.Office.Errors), StringComparison.Ordinal);
        await _stick.TakeKeyAsync();
        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=Receipt", "file", CourierCase.Turned(receipt, receipt.Length / 2));
        Assert.Contains("签名不对", Assert.Single(_stick.Office.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await _stick.OfficeServer.InDbAsync(db => db.PackagesSent.IgnoreQueryFilters().CountAsync(package => package.ReceiptedAt != null)));
    }

    [Fact]
    public async Task An_office_that_restored_an_old_backup_learns_it_from_the_receipt_and_gives_no_number_twice()
    {
        await _stick.TakeKeyAsync();
        await _stick.ReceiveAsync(await _stick.PackageAsync(), await _stick.PackageAsync());
        // The backup of before both packages.
        await _stick.OfficeServer.ExecuteAsync("DELETE FROM PackagesSent; DELETE FROM PackageFiles; DELETE FROM Series WHERE Name LIKE 'package%'");

        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=Receipt", "file", await _stick.ReceiptAsync());

        Assert.Contains("第 1、2 包和本机的对不上", _stick.Office.StatusMessage, StringComparison.Ordinal);
        await _stick.MakeAsync();
        Assert.StartsWith("第 3 包已做好", _stick.Office.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_from_tomorrow_or_of_numbers_far_beyond_ours_marks_nothing_and_raises_nothing()
    {
        await _stick.TakeKeyAsync();
        await _stick.ReceiveAsync(await _stick.PackageAsync());
        _stick.TownshipServer.Clock.Advance(TimeSpan.FromHours(2));
        await _stick.SignInAgainAtTownshipAsync();
        var early = await _stick.ReceiptAsync();
        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=Receipt", "file", early);
        Assert.Contains("制作时间比现在还晚", Assert.Single(_stick.Office.Errors), StringComparison.Ordinal);

        _stick.OfficeServer.Clock.Advance(TimeSpan.FromHours(2));
        await _stick.SignInAgainAsync();
        await _stick.TownshipServer.ExecuteAsync("UPDATE PackagesReceived SET Number = 99999");
        var far = await _stick.ReceiptAsync();
        await _stick.Office.OpenAsync(StickCase.Courier);
        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=Receipt", "file", far);
        Assert.Contains("大得太多", Assert.Single(_stick.Office.Errors), StringComparison.Ordinal);

        Assert.Equal(0, await _stick.OfficeServer.InDbAsync(db => db.PackagesSent.IgnoreQueryFilters().CountAsync(package => package.ReceiptedAt != null)));
        await _stick.MakeAsync();
        Assert.StartsWith("第 2 包已做好", _stick.Office.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_downloading_and_the_receipt_are_audited_without_a_residents_name()
    {
        await _stick.AsExporterAsync();
        await _stick.OfficeServer.IssueAsync(1);
        await _stick.TakeKeyAsync();
        await _stick.ReceiveAsync(await _stick.PackageAsync(ledger: "镇里核查"));
        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=Receipt", "file", await _stick.ReceiptAsync());

        var records = await _stick.OfficeServer.InDbAsync(db => db.AuditRecords.Select(record => record.Action + " " + record.Subject + " " + record.Detail).ToListAsync());
        Assert.Contains(records, record => record.StartsWith($"新建 报送包 {_stick.Code} 第 1 包", StringComparison.Ordinal));
        Assert.Contains($"下载 报送包 {_stick.Code} 第 1 包 附台账（加密）", records);
        Assert.Contains(records, record => record.StartsWith("导出 健康通行卡台账", StringComparison.Ordinal) && record.Contains("镇里核查", StringComparison.Ordinal));
        Assert.Contains(records, record => record.StartsWith($"修改 报送包 {_stick.Code} 第 1 包 回执时间", StringComparison.Ordinal));
        Assert.Contains($"导入回执 村居 {_stick.Code} 1 包", records);
        Assert.DoesNotContain(records, record => record.Contains('马', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_power_cut_while_a_package_is_made_leaves_neither_number_nor_record()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _stick.OfficeServer.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync();
            Assert.Equal(1, await Web.Data.Numbering.NextPackageNumberAsync(db, office));
            throw new InvalidOperationException("power cut");
        })));

        await _stick.MakeAsync();

        Assert.StartsWith("第 1 包已做好", _stick.Office.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seal_keeper_does_not_send_and_another_office_sees_nothing_of_it()
    {
        await _stick.MakeAsync();
        var keeper = await _stick.OfficeServer.SignedInUserAsync("yinzhang", _stick.Code, Roles.SealKeeper);
        var other = await _stick.OfficeServer.AddOfficeAsync(await _stick.OfficeServer.FirstVillageAsync(2));
        var neighbour = await _stick.OfficeServer.SignedInUserAsync("lingcun", other.Code, Roles.Clerk);

        Assert.StartsWith("/Account/Denied", (await keeper.OpenAsync(StickCase.Courier)).Address, StringComparison.Ordinal);
        Assert.Contains("还没有。", (await neighbour.OpenAsync(StickCase.Courier)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Http.GetAsync(StickCase.FileOf(1))).StatusCode);
    }
}
