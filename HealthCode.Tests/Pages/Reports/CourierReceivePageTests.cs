using System.Net;
using HealthCode.Domain.Couriers;
using HealthCode.Tests.Support;
using HealthCode.Web.Passes;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Reports;

/// <summary>接收报送包: the township's side, with real bytes from an office's own server.</summary>
public sealed class CourierReceivePageTests : IAsyncLifetime
{
    private StickCase _stick = null!;

    public async Task InitializeAsync() => _stick = await StickCase.LaidOutAsync();

    public async Task DisposeAsync() => await _stick.DisposeAsync();

    [Fact]
    public async Task A_package_is_taken_and_the_missing_one_is_named_until_it_comes()
    {
        var files = await _stick.PackagesAsync(3);

        await _stick.ReceiveAsync(files[0], files[2]);

        Assert.Equal([$"● {_stick.Name}：第 1 包已收，缺第 2 包。", $"● {_stick.Name}：第 3 包已收，缺第 2 包。"], _stick.Told);
        Assert.Contains("▲ 缺第 2 包", _stick.Row(_stick.Code), StringComparison.Ordinal);
        await _stick.ReceiveAsync(files[1]);
        Assert.Equal([$"● {_stick.Name}：第 2 包已收。"], _stick.Told);
        Assert.DoesNotContain("缺第", _stick.Township.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_one_stick_are_taken_in_the_order_of_their_numbers_and_a_bad_one_keeps_back_no_other()
    {
        var files = await _stick.PackagesAsync(2);

        await _stick.ReceiveAsync(files[1], CourierCase.Turned(files[0], 40), [1, 2, 3], files[0]);

        Assert.Equal(2, _stick.Told.Count(line => line.StartsWith('●')));
        Assert.Contains(_stick.Told, line => line.Contains("签名不对", StringComparison.Ordinal));
        Assert.Contains(_stick.Told, line => line.Contains("这不是报送包", StringComparison.Ordinal));
        Assert.DoesNotContain("缺第", _stick.Township.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_package_is_told_and_counts_once()
    {
        await _stick.OfficeServer.IssueAsync(3);
        var file = await _stick.PackageAsync();
        await _stick.ReceiveAsync(file);
        var once = _stick.Row(_stick.Code);

        await _stick.ReceiveAsync(file, file);

        Assert.All(_stick.Told, line => Assert.Equal($"■ {_stick.Name}：第 1 包已经收过，没有重复计数。", line));
        Assert.Equal(2, _stick.Told.Count);
        Assert.Equal(once, _stick.Row(_stick.Code));
        Assert.Equal(3, _stick.Figure(_stick.Code, "申报"));
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_the_day_and_the_sum_never_doubles()
    {
        await _stick.OfficeServer.IssueAsync(3);
        var noon = await _stick.PackageAsync();
        await _stick.OfficeServer.IssueAsync(2, from: 10);
        var evening = await _stick.PackageAsync();

        await _stick.ReceiveAsync(evening);
        Assert.Equal(5, _stick.Figure(_stick.Code, "申报"));
        await _stick.ReceiveAsync(noon);

        Assert.Equal(5, _stick.Figure(_stick.Code, "申报"));
        Assert.Equal(5, _stick.Figure("all", "申报"));
        Assert.Equal(2, await _stick.TownshipServer.InDbAsync(db => db.PackagesReceived.IgnoreQueryFilters().CountAsync()));
    }

    [Fact]
    public async Task A_changed_package_changes_nothing()
    {
        var file = await _stick.PackageAsync();

        foreach (var at in Enumerable.Range(0, file.Length).Where(at => at % 37 == 0))
        {
            await _stick.ReceiveAsync(CourierCase.Turned(file, at));
            Assert.StartsWith("■", Assert.Single(_stick.Told), StringComparison.Ordinal);
        }

        Assert.Equal(0, await _stick.TownshipServer.InDbAsync(db => db.PackagesReceived.IgnoreQueryFilters().CountAsync()));
    }

    [Fact]
    public async Task Another_package_under_a_number_that_was_received_is_refused_with_the_advice_to_ring()
    {
        await _stick.ReceiveAsync(await _stick.PackageAsync());
        await _stick.OfficeServer.ExecuteAsync("DELETE FROM PackagesSent; DELETE FROM PackageFiles; DELETE FROM Series WHERE Name LIKE 'package%'");
        await _stick.OfficeServer.IssueAsync(1);

        await _stick.ReceiveAsync(await _stick.PackageAsync());

        Assert.Contains("第 1 包和以前收到的同一号的包不一样", Assert.Single(_stick.Told), StringComparison.Ordinal);
        Assert.Equal(0, _stick.Figure(_stick.Code, "申报"));
    }

    [Fact]
    public async Task An_office_whose_trust_file_was_not_imported_is_refused_with_what_to_do()
    {
        await using var stick = await StickCase.LaidOutAsync(trusted: false);

        await stick.ReceiveAsync(await stick.PackageAsync());

        var line = Assert.Single(stick.Told);
        Assert.Contains("还没有导入这个村居的信任文件。请系统管理员在“签发密钥和信任名单”里导入", line, StringComparison.Ordinal);
        Assert.Contains(stick.Code, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_renewed_since_the_trust_file_is_refused_with_its_number()
    {
        await _stick.OfficeServer.InDbAsync(async db =>
        {
            var office = await db.Offices.SingleAsync();
            await db.InOneTransactionAsync(() => _stick.OfficeServer.Services.GetRequiredService<SigningKeyStore>().AddKeyAsync(db, office));
        });

        await _stick.ReceiveAsync(await _stick.PackageAsync());

        Assert.Contains("信任名单里没有它用的密钥", Assert.Single(_stick.Told), StringComparison.Ordinal);
        Assert.Contains("第 2 号密钥", Assert.Single(_stick.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_of_another_township_and_one_of_this_servers_own_office_are_refused()
    {
        var file = await _stick.PackageAsync();
        var elsewhere = await _stick.TownshipServer.SignedInUserAsync("biezhen", "640106001", Roles.TownshipOfficial);
        await elsewhere.OpenAsync(StickCase.Receive);
        await StickCase.UploadAsync(elsewhere, StickCase.Receive, "files", file);
        Assert.Contains("不归本单位管", elsewhere.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_stick.Name + "合计", elsewhere.Text, StringComparison.Ordinal);

        await _stick.TownshipServer.AddOfficeAsync(HealthCode.Domain.Offices.DivisionCode.Parse(_stick.Code));
        await _stick.ReceiveAsync(file);
        Assert.Contains("这个村居就在本机上", Assert.Single(_stick.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_version_is_told()
    {
        var file = await _stick.PackageAsync();
        file[3] = 0;

        await _stick.ReceiveAsync(file);

        Assert.Contains("第 0 版", Assert.Single(_stick.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_gets_a_sentence()
    {
        await _stick.Township.OpenAsync(StickCase.Receive);
        await _stick.Township.PressAsync("接收");

        Assert.Equal(["请先选择文件。"], _stick.Township.Errors);
    }

    [Fact]
    public async Task The_ledger_is_read_only_by_the_townships_key_with_permission_and_a_reason()
    {
        await _stick.AsExporterAsync();
        var ids = await _stick.OfficeServer.IssueAsync(1);
        await _stick.TakeKeyAsync();
        await _stick.ReceiveAsync(await _stick.PackageAsync(ledger: "镇里核查"));
        var address = $"{StickCase.Courier}/Ledger/{_stick.Code}/1";
        var holder = await _stick.OfficeServer.InDbAsync(async db => (await db.Passes.SingleAsync(pass => pass.Id == ids[0])).Holder);
        Assert.StartsWith("/Account/Denied", (await _stick.Township.OpenAsync(address)).Address, StringComparison.Ordinal);

        var exporter = await _stick.TownshipServer.SignedInUserAsync("taizhang", _stick.Code[..9], Roles.TownshipOfficial, Roles.LedgerExporter);
        await exporter.OpenAsync(StickCase.Receive);
        Assert.Contains("第 1 包的台账", exporter.Text, StringComparison.Ordinal);
        await exporter.OpenAsync(address);
        await exporter.SendAsync(("导出原因", ""));
        Assert.Equal(["请填写导出原因。"], exporter.Errors);
        using var form = new FormUrlEncodedContent([.. StickCase.Token(exporter), new("Input.Reason", "县里核查")]);
        using var answer = await exporter.Http.PostAsync(address, form);
        var ledger = Spreadsheet.Open(await answer.Content.ReadAsStreamAsync());
        Assert.Equal([holder.Name.Value], ledger.Column("姓名"));
        Assert.Equal([holder.Document.Number], ledger.Column("证件号码"));
        Assert.Equal(1, await _stick.TownshipServer.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "导出" && record.UserName == "taizhang" && record.Detail == "完整；县里核查")));

        // Another township's key, and a database without the keys of its data folder, open nothing.
        var closed = await _stick.TownshipServer.InDbAsync(async db => (await db.ReceivedRegisters.IgnoreQueryFilters().SingleAsync()).Ciphertext);
        using var other = TownshipKey.Make(_stick.Code[..9] + "000", "样例镇");
        Assert.Null(other.Open(closed, _stick.Code, 1));
        await _stick.TownshipServer.ExecuteAsync("DELETE FROM TownshipKeys");
        await exporter.OpenAsync(address);
        await exporter.SendAsync(("导出原因", "再看"));
        Assert.Contains("打不开", Assert.Single(exporter.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_key_was_renewed_old_ledgers_still_open_and_the_office_takes_the_new_key_for_new_receipts()
    {
        await _stick.AsExporterAsync();
        await _stick.OfficeServer.IssueAsync(1);
        await _stick.TakeKeyAsync();
        await _stick.ReceiveAsync(await _stick.PackageAsync(ledger: "镇里核查"));
        await _stick.Township.PressAsync("换一把新密钥");
        Assert.StartsWith("已换新密钥", _stick.Township.StatusMessage, StringComparison.Ordinal);

        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=Receipt", "file", await _stick.ReceiptAsync());
        Assert.Contains("签名不对", Assert.Single(_stick.Office.Errors), StringComparison.Ordinal);
        await _stick.TakeKeyAsync();
        await StickCase.UploadAsync(_stick.Office, StickCase.Courier + "?handler=Receipt", "file", await _stick.ReceiptAsync());
        Assert.Equal("第 1 包已回执。", _stick.Office.StatusMessage);

        var exporter = await _stick.TownshipServer.SignedInUserAsync("taizhang", _stick.Code[..9], Roles.TownshipOfficial, Roles.LedgerExporter);
        await exporter.OpenAsync($"{StickCase.Courier}/Ledger/{_stick.Code}/1");
        using var form = new FormUrlEncodedContent([.. StickCase.Token(exporter), new("Input.Reason", "县里核查")]);
        using var answer = await exporter.Http.PostAsync(exporter.Address, form);
        Assert.Single(Spreadsheet.Open(await answer.Content.ReadAsStreamAsync()).Body);
    }

    [Fact]
    public async Task Only_a_township_official_receives_and_his_link_leads_him_there()
    {
        Assert.StartsWith("/Account/Denied", (await _stick.Office.OpenAsync(StickCase.Receive)).Address, StringComparison.Ordinal);
        Assert.Equal(StickCase.Receive, (await _stick.Township.OpenAsync(StickCase.Courier)).Address);
        Assert.Equal(HttpStatusCode.NotFound, (await _stick.Township.Http.GetAsync(StickCase.Receive + "?handler=Receipt&office=640104001299")).StatusCode);
    }

    [Fact]
    public async Task The_keys_of_the_data_folder_close_the_private_key_in_the_database()
    {
        await _stick.KeyFileAsync();
        var (closed, code, name) = await _stick.TownshipServer.InDbAsync(async db =>
        {
            var kept = await db.TownshipKeys.SingleAsync();
            return (kept.EncryptedPrivateKey, kept.Code, kept.Name);
        });

        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => TownshipKey.Restore(closed, code, name));
    }
}
