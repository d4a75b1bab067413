using System.Net;
using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;
using HealthCode.Web.Backups;
using HealthCode.Web.Jobs;
using HealthCode.Web.Offices;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Administration.Backups;

public sealed class BackupPageTests : IAsyncLifetime
{
    private const string Address = "/Administration/Backup";
    private readonly string _second = BackupCase.NewFolder();
    private OfficeServer _server = null!;
    private OfficeBrowser _administrator = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _administrator = await _server.SignedInUserAsync("admin", (await _server.FirstVillageAsync()).Value, Roles.SystemAdministrator);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        if (Directory.Exists(_second))
        {
            Directory.Delete(_second, true);
        }
    }

    [Fact]
    public async Task Setting_the_passphrase_makes_the_first_backup_and_the_passphrase_is_kept_nowhere()
    {
        await _administrator.OpenAsync("/Administration");
        Assert.NotNull(_administrator.Page.QuerySelector($".tile[href='{Address}']"));
        await _administrator.OpenAsync(Address);
        Assert.Contains("还没有设置备份口令", _administrator.Text, StringComparison.Ordinal);

        await _administrator.PressAsync("设置口令", ("备份口令", BackupCase.Passphrase + "新"), ("再填一次", BackupCase.Passphrase + "新"));

        Assert.StartsWith("口令已设好，正在做第一份备份。请把口令写在纸上", _administrator.StatusMessage, StringComparison.Ordinal);
        await MadeAsync(1);
        Assert.Contains("读回来检查过", _administrator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有设置备份口令", _administrator.Text, StringComparison.Ordinal);
        var folder = BackupCase.NewFolder();
        BackupRestorer.Restore(BackupCase.EngineOf(folder), Path.Combine(BackupCase.Folder(_server), BackupCase.FileNames(_server)[0]), folder, BackupCase.Passphrase + "新");
        Directory.Delete(folder, true);
        Assert.Empty(await _server.StandingInAsync([BackupCase.Passphrase]));
        Assert.DoesNotContain(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Detail.Contains(BackupCase.Passphrase, StringComparison.Ordinal));
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Subject == "备份设置" && record.UserName == "admin");
        Assert.Equal("测试admin", (await _server.RunsAsync("backup-night"))[0].StartedBy);
    }

    [Fact]
    public async Task The_page_names_the_copies_of_a_countys_database_that_the_program_neither_makes_nor_deletes()
    {
        await _administrator.OpenAsync(Address);

        Assert.Equal(TestDatabase.IsPostgres, _administrator.Text.Contains("日志归档（WAL）、备用服务器、用数据库自己的工具做的备份不在这里", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("短口令十一个字不够长", "短口令十一个字不够长", nameof(BackupRules.PassphraseIsLong))]
    [InlineData("121212121212", "121212121212", nameof(BackupRules.PassphraseIsLong))]
    [InlineData("村口老枣树下有三口水井", "村口老枣树下有四口水井", nameof(BackupRules.PassphraseIsTypedTwice))]
    [InlineData("", "", nameof(BackupRules.PassphraseIsLong))]
    public async Task A_passphrase_that_is_short_simple_or_mistyped_is_refused_and_not_shown_again(string first, string again, string rule)
    {
        await _administrator.OpenAsync(Address);

        await _administrator.PressAsync("设置口令", ("备份口令", first), ("再填一次", again));

        var expected = rule == nameof(BackupRules.PassphraseIsLong) ? BackupRules.PassphraseIsLong : BackupRules.PassphraseIsTypedTwice;
        Assert.Contains(expected.Sentence, _administrator.Errors);
        Assert.True(string.IsNullOrEmpty(_administrator.Field("备份口令").GetAttribute("value")));
        Assert.False(await _server.InDbAsync(db => db.BackupPlans.AnyAsync()));
    }

    [Fact]
    public async Task Back_up_now_goes_on_behind_the_page_and_is_in_the_list_with_its_size()
    {
        await _server.LockAsync();
        await _administrator.OpenAsync(Address);

        await _administrator.PressAsync("立即备份");

        Assert.Equal("开始备份。可以先离开，做别的事。", _administrator.StatusMessage);
        await MadeAsync(1);
        Assert.Contains("2020年3月5日 09:00:00", _administrator.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("KB", _administrator.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await _administrator.OpenAsync(Address + "?handler=Progress");
        Assert.Contains("\"busy\":false", _administrator.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_passphrase_comes_first_until_there_is_one()
    {
        await _administrator.OpenAsync(Address);
        Assert.Contains("handler=Passphrase", FirstForm(), StringComparison.Ordinal);

        await _server.LockAsync();
        await _administrator.OpenAsync(Address);

        Assert.Contains("handler=Now", FirstForm(), StringComparison.Ordinal);

        string? FirstForm() => _administrator.Page.QuerySelector("main form")!.GetAttribute("action");
    }

    [Fact]
    public async Task Without_a_passphrase_back_up_now_says_what_is_missing()
    {
        await _administrator.OpenAsync(Address);

        await _administrator.PressAsync("立即备份");

        Assert.Equal([BackupRules.HasPassphrase.Sentence], _administrator.Errors);
    }

    [Fact]
    public async Task A_stick_that_comes_later_gets_its_copy_when_the_page_is_opened()
    {
        await _server.LockAsync();
        await _administrator.OpenAsync(Address);
        await _administrator.PressAsync("保存", ("第二个地方", _second), ("下班时间", "１８点"));
        Assert.Contains("那个地方现在不在", _administrator.StatusMessage, StringComparison.Ordinal);
        Assert.Equal(new TimeOnly(18, 0), (await _server.InDbAsync(db => db.DeadlinesAsync())).Closing);
        await _server.BackUpAsync();

        Directory.CreateDirectory(_second);
        await _administrator.OpenAsync(Address);
        await Eventually.TrueAsync(() => Directory.GetFiles(_second, "*.hcb").Length > 0);

        Assert.Equal(BackupCase.FileNames(_server), Directory.GetFiles(_second, "*.hcb").Select(file => Path.GetFileName(file)));
        await _administrator.OpenAsync(Address);
        Assert.Contains("● 有", _administrator.Text, StringComparison.Ordinal);
        Assert.Equal(_second, Box("Input.Second"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("beifen", false)]
    [InlineData("{data}", false)]
    [InlineData("{data}/usb", false)]
    [InlineData("{data}/../elsewhere", true)]
    public async Task The_second_place_is_not_on_the_same_folder(string typed, bool accepted)
    {
        await _administrator.OpenAsync(Address);

        await _administrator.PressAsync("保存", ("第二个地方", typed.Replace("{data}", _server.Folder, StringComparison.Ordinal)));

        Assert.Equal(accepted ? [] : [BackupRules.SecondFolderIsElsewhere.Sentence], _administrator.Errors);
    }

    [Theory]
    [InlineData("晚上", "“晚上”看不懂，时间请写成 17:30。")]
    [InlineData("23:30", null)]
    public async Task A_closing_time_that_cannot_be_is_refused_and_stays_in_its_box(string typed, string? sentence)
    {
        await _administrator.OpenAsync(Address);

        await _administrator.PressAsync("保存", ("下班时间", typed));

        Assert.Equal([sentence ?? OfficeRules.ClosesByDay.Sentence], _administrator.Errors);
        Assert.Equal(typed, Box("Input.Closing"));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_sees_it_or_backs_up()
    {
        var reviewer = await _server.SignedInUserAsync("shenhe", (await _server.FirstVillageAsync()).Value, Roles.Reviewer, Roles.Clerk);
        await reviewer.OpenAsync("/Declarations/Create");
        var token = reviewer.MainFields().Where(field => field.Key == "__RequestVerificationToken").Take(1).ToList();

        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.OpenAsync(Address)).Status);
        foreach (var handler in (string[])["Now", "Passphrase", "Plan"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.PostAsync($"{Address}?handler={handler}", token)).Status);
        }
    }

    private string? Box(string name) => _administrator.Page.QuerySelector($"input[name='{name}']")!.GetAttribute("value");

    /// <summary>Waits as the page does.</summary>
    private async Task MadeAsync(int files)
    {
        var backup = _server.Services.GetRequiredService<BackupNowJob>();
        await Eventually.TrueAsync(async () => !await backup.IsBusyAsync() && BackupCase.FileNames(_server).Count >= files);
        await _administrator.OpenAsync(Address);
        Assert.Equal(files, BackupCase.FileNames(_server).Count);
    }
}
