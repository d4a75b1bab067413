using System.Text;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Backups;
using HealthCode.Web.Encryption;
using HealthCode.Web.Offices;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Backups;

/// <summary>备份: made while people work, checked before it counts, kept a month, copied when the stick is there.</summary>
public sealed class BackupRunnerTests : IAsyncLifetime
{
    private readonly string _second = BackupCase.NewFolder();
    private OfficeServer _server = null!;

    private BackupFiles Files => _server.Services.GetRequiredService<BackupFiles>();

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        if (Directory.Exists(_second))
        {
            Directory.Delete(_second, true);
        }
    }

    [Fact]
    public async Task Without_a_passphrase_there_is_no_backup_and_the_rule_says_so()
    {
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => _server.BackUpAsync());

        Assert.Equal(BackupRules.HasPassphrase, Assert.Single(broken.Breaches).Rule);
        Assert.Empty(BackupCase.FileNames(_server));
    }

    [Fact]
    public async Task Made_while_people_save_it_is_consistent_and_reads_as_nothing_without_the_passphrase()
    {
        await _server.LockAsync();
        await _server.IssueAsync(20);
        using var closing = new CancellationTokenSource();
        var people = Task.Run(async () =>
        {
            for (var from = 20; !closing.IsCancellationRequested; from++)
            {
                await _server.IssueAsync(1, from: from);
            }
        });

        var path = await _server.BackUpAsync();
        await closing.CancelAsync();
        await people;

        var folder = BackupCase.NewFolder();
        var manifest = BackupRestorer.Restore(BackupCase.EngineOf(folder), path, folder, BackupCase.RestorePassphrase);
        Assert.InRange(manifest.Rows["Passes"], 20, await _server.InDbAsync(db => db.Passes.CountAsync()));
        Assert.Equal(manifest.Rows["Passes"], manifest.Rows["Declarations"]);
        Assert.Single(manifest.Offices);
        Assert.Contains(manifest.Parts, part => part.Name.StartsWith("keys/", StringComparison.Ordinal));
        Directory.Delete(folder, true);
        Assert.DoesNotContain("马德山", await File.ReadAllTextAsync(path, Encoding.UTF8), StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.Combine(_server.Folder, "tmp")));
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Action == "备份" && record.Subject == Path.GetFileName(path));
    }

    [SqliteFact]
    public async Task A_backup_that_fails_its_check_is_deleted_reported_and_reminded_of()
    {
        await _server.LockAsync();
        BackupCase.Orphan(_server);

        await _server.DoDueAsync("2020-03-05 17:30", "backup-closing");

        Assert.Empty(BackupCase.FileNames(_server));
        var run = Assert.Single(await _server.RunsAsync("backup-closing"));
        Assert.Equal((false, "没有做成：备份里的数据库有损坏，这份备份不能用。"), (run.Succeeded, run.Result));
        Assert.StartsWith("最近一次备份没有做成", await _server.InDbAsync(db => db.BackupReminderAsync(Files, _server.Clock.GetUtcNow())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_due_at_night_and_at_closing_time_from_the_passphrase_on_and_made_up_once()
    {
        await _server.DoDueAsync("2020-03-05 18:00", "backup-closing");
        Assert.Empty(await _server.RunsAsync("backup-closing"));

        await _server.LockAsync();
        await _server.DoDueAsync("2020-03-05 18:01", "backup-closing");
        await _server.DoDueAsync("2020-03-06 00:40", "backup-night");
        await _server.InDbAsync(db => db.InOneTransactionAsync(() => db.SetClosingAsync(new(16, 0))));
        await _server.DoDueAsync("2020-03-06 16:00", "backup-closing");
        _server = await _server.RestartAsync();
        await _server.DoDueAsync("2020-03-10 09:00", "backup-night");
        await _server.DoDueAsync("2020-03-10 09:00", "backup-closing");
        await _server.DoDueAsync("2020-03-10 09:30", "backup-closing");

        Assert.Equal(
            ["backup-night 6 False", "backup-closing 6 False", "backup-night 10 True", "backup-closing 9 True"],
            (await _server.RunsAsync()).Select(run => $"{run.Job} {run.ForDay.Day} {run.IsCatchUp}"));
        Assert.Equal(4, BackupCase.FileNames(_server).Count);
    }

    [Fact]
    public async Task A_month_is_kept_and_what_a_power_cut_left_is_swept_away()
    {
        await _server.LockAsync();
        await _server.BackUpAsync();
        await LeaveAsync(BackupCase.Folder(_server), "healthcode-20200304-010203.hcb.part", "别的文件.hcb");

        _server.Clock.Advance(TimeSpan.FromDays(30));
        await LeaveAsync(BackupCase.Folder(_server), "healthcode-20200402-090000.hcb", "healthcode-20200403-090000.hcb");
        await _server.BackUpAsync();
        Assert.Equal(["healthcode-20200305-090000.hcb", "healthcode-20200402-090000.hcb", "healthcode-20200403-090000.hcb", "healthcode-20200404-090000.hcb", "别的文件.hcb"], BackupCase.FileNames(_server));

        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        await _server.BackUpAsync();
        Assert.Equal(["healthcode-20200402-090000.hcb", "healthcode-20200403-090000.hcb", "healthcode-20200404-090000.hcb", "healthcode-20200404-090001.hcb", "别的文件.hcb"], BackupCase.FileNames(_server));
    }

    [Fact]
    public async Task The_newest_three_are_kept_whatever_their_age_and_the_one_just_made_is_copied_though_an_older_one_has_a_stamp_of_next_year()
    {
        Directory.CreateDirectory(_second);
        await _server.LockAsync(_second);
        await LeaveAsync(BackupCase.Folder(_server), "healthcode-20200303-090000.hcb", "healthcode-20200304-090000.hcb");
        var right = _server.Clock.GetUtcNow();
        _server.Clock.SetTo(right.AddYears(1));
        await _server.BackUpAsync();
        Assert.Equal(["healthcode-20200303-090000.hcb", "healthcode-20200304-090000.hcb", "healthcode-20210305-090000.hcb"], BackupCase.FileNames(_server));

        _server.Clock.SetTo(right);
        await _server.Services.GetRequiredService<BackupRunner>().MakeAsync();

        Assert.Equal(["healthcode-20200303-090000.hcb", "healthcode-20200304-090000.hcb", "healthcode-20200305-090000.hcb", "healthcode-20210305-090000.hcb"], BackupCase.FileNames(_server));
        Assert.True(File.Exists(Path.Combine(_second, "healthcode-20200305-090000.hcb")));
    }

    [Fact]
    public async Task Two_of_one_second_have_two_names()
    {
        await _server.LockAsync();
        await _server.BackUpAsync();
        await _server.BackUpAsync();

        Assert.Equal(2, BackupCase.FileNames(_server).Count);
    }

    [Fact]
    public async Task The_second_copy_waits_for_the_stick_and_is_the_same_file()
    {
        await _server.LockAsync(_second);
        var first = await _server.Services.GetRequiredService<BackupRunner>().MakeAsync();
        Assert.Contains("现在不在", first, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_second));

        Directory.CreateDirectory(_second);
        await File.WriteAllTextAsync(Path.Combine(_second, "照片.jpg"), "theirs");
        Assert.Equal(SecondCopy.Made, await _server.Services.GetRequiredService<BackupRunner>().CopyAsync());
        Assert.Equal(SecondCopy.IsThere, await _server.Services.GetRequiredService<BackupRunner>().CopyAsync());

        var name = Assert.Single(BackupCase.FileNames(_server));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(BackupCase.Folder(_server), name)), await File.ReadAllBytesAsync(Path.Combine(_second, name)));
        Assert.Equal(["照片.jpg", name], Directory.GetFiles(_second).Select(file => Path.GetFileName(file)).OrderBy(file => file == name));
        var plan = await _server.InDbAsync(db => db.BackupPlans.SingleAsync());
        Assert.Equal((name, _server.Clock.GetUtcNow()), (plan.LastCopy, plan.LastCopiedAt));
    }

    [Fact]
    public async Task Who_should_know_is_reminded_without_a_passphrase_and_after_seven_days_without_a_second_copy()
    {
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await _server.AddUserAsync("shenhe", office, Roles.Reviewer);
        await _server.AddUserAsync("guanli", office, Roles.SystemAdministrator);
        await _server.AddUserAsync("luru", office, Roles.Clerk);
        // A clerk sees the first of the five steps, and whom to ask, until it is done.
        Assert.Equal((true, true, true), (await RemindedAsync("shenhe", "口令"), await RemindedAsync("guanli", "口令"), await RemindedAsync("luru", "请系统管理员设")));

        await _server.LockAsync();
        _server.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.StartsWith("已经 6 天没有备份了", await _server.InDbAsync(db => db.BackupReminderAsync(Files, _server.Clock.GetUtcNow())), StringComparison.Ordinal);
        await _server.BackUpAsync();
        Assert.Null(await _server.InDbAsync(db => db.BackupReminderAsync(Files, _server.Clock.GetUtcNow())));
        _server.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await RemindedAsync("shenhe", "已经 7 天没有拷第二份备份了"));
    }

    [Fact]
    public async Task With_the_papers_of_an_ended_epidemic_the_backups_that_hold_them_go()
    {
        Directory.CreateDirectory(_second);
        await _server.LockAsync(_second);
        await _server.IssueAsync(1);
        await _server.BackUpAsync();
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(new(2020, 3, 5), new(2020, 3, 5))));
        Assert.Equal((1, 1), (BackupCase.FileNames(_server).Count, Directory.GetFiles(_second).Length));

        await LeaveAsync(BackupCase.Folder(_server), "healthcode-20200304-010203.hcb.part", "before-upgrade-20200301-090000.db", "before-upgrade-20200301-090001.db.part");
        await LeaveAsync(_second, "healthcode-20200304-010203.hcb.part", "照片.part");
        await _server.DoDueAsync("2020-04-04 00:05", "expiry");
        await _server.DoDueAsync("2020-04-05 00:05", "expiry");
        Assert.Equal("照片.part", Path.GetFileName(Assert.Single(Directory.GetFiles(_second))));
        File.Delete(Path.Combine(_second, "照片.part"));
        Assert.Equal((0, 0), (BackupCase.FileNames(_server).Count, Directory.GetFiles(_second).Length));

        await _server.DoDueAsync("2020-04-05 00:40", "backup-night");
        _server = await _server.RestartAsync();
        await _server.DoDueAsync("2020-04-06 00:05", "expiry");
        Assert.Single(BackupCase.FileNames(_server));
    }

    [Fact]
    public async Task On_a_stick_that_was_away_the_backups_of_destroyed_papers_go_when_it_is_seen_again()
    {
        await _server.LockAsync(_second);
        await DestroyAsync();
        Directory.CreateDirectory(_second);
        await LeaveAsync(_second, "healthcode-20200304-004000.hcb", "healthcode-20200404-004000.hcb", "healthcode-20210101-004000.hcb", "healthcode-20200404-104000.hcb.part", "healthcode-20200406-004000.hcb", "照片.jpg");
        _server.Clock.SetTo(JobRuns.At("2020-04-06 09:00"));

        await _server.Services.GetRequiredService<BackupRunner>().CopyAsync();

        Assert.Equal(["healthcode-20200406-004000.hcb", "照片.jpg"], Directory.GetFiles(_second).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_write_protected_stick_stops_no_destruction_and_the_record_names_its_files()
    {
        // Nothing is write-protected for root, and Windows knows no such folder.
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(_second);
        await LeaveAsync(_second, "healthcode-20200304-004000.hcb");
        await _server.LockAsync(_second);
        File.SetUnixFileMode(_second, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            await DestroyAsync();
        }
        finally
        {
            File.SetUnixFileMode(_second, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var record = await _server.InDbAsync(db => db.DestructionRecords.Include(each => each.Steps).SingleAsync());
        Assert.NotNull(record.FinishedAt);
        Assert.Equal((1, "写不进去，要手工销毁：healthcode-20200304-004000.hcb"), record.Steps.Where(step => step.Code == DestructionRecord.ByHand).Select(step => (step.Count, step.How)).Single());
        Assert.Contains(record.Steps, step => step.Code == "data-keys");
    }

    [Fact]
    public async Task When_the_data_keys_are_changed_while_it_copies_it_copies_again()
    {
        _server = await OfficeServer.WithOfficeAsync(ownKeys: true);
        await _server.IssueAsync(1);
        var (copied, path) = (0, Files.NewPath(_server.Clock.GetUtcNow()));

        BackupMaker.Make(BackupCase.EngineOf(_server), new(_server.Folder), _server.Services.GetRequiredService<KeyFiles>(), path, BackupCase.KeyPair, _server.Clock.GetUtcNow(), step =>
        {
            if (step == BackupStep.Copy && ++copied == 1)
            {
                _server.Services.GetRequiredService<DataKeyStore>().Add();
            }
        });

        Assert.Equal((2, true), (copied, File.Exists(path)));
    }

    [Fact]
    public async Task A_backup_whose_keys_do_not_open_its_papers_is_none()
    {
        await _server.IssueAsync(1);
        var (keys, path) = (Path.Combine(_server.Folder, "keys", DataKeyStore.FileName), Files.NewPath(_server.Clock.GetUtcNow()));
        await File.WriteAllTextAsync(keys, System.Text.Json.JsonSerializer.Serialize(DataKeySet.Make(new(2020, 3, 5), DataKeys.Suite.KeyLength)));

        var refused = Assert.Throws<BackupRefusedException>(() => BackupMaker.Make(BackupCase.EngineOf(_server), new(_server.Folder), _server.Services.GetRequiredService<KeyFiles>(), path, BackupCase.KeyPair, _server.Clock.GetUtcNow()));

        Assert.Contains("打不开备份里的居民资料", refused.Message, StringComparison.Ordinal);
        Assert.Empty(BackupCase.FileNames(_server));
    }

    /// <summary>The end on 5 March, and the night of 5 April.</summary>
    private async Task DestroyAsync()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(new(2020, 3, 5), new(2020, 3, 5))));
        await _server.DoDueAsync("2020-04-04 00:05", "expiry");
        await _server.DoDueAsync("2020-04-05 00:05", "expiry");
    }

    private static async Task LeaveAsync(string folder, params string[] names)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in names)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), "x");
        }
    }

    private async Task<bool> RemindedAsync(string user, string says)
    {
        var browser = await _server.SignedInAsync(user);
        await browser.OpenAsync("/");
        return browser.Text.Contains(says, StringComparison.Ordinal);
    }
}
