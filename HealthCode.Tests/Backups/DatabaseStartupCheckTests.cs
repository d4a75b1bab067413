using HealthCode.Tests.Support;
using HealthCode.Tests.Support.Migrations;
using HealthCode.Web.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Backups;

/// <summary>开门检查: what cannot be served is refused with a sentence and left as it is; what must be brought up to date is kept first.</summary>
public sealed class DatabaseStartupCheckTests : IDisposable
{
    private readonly string _folder = BackupCase.NewFolder();

    private string Database => Path.Combine(_folder, "healthcode.db");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, true);
        }
    }

    [SqliteFact]
    public async Task A_database_of_a_newer_version_is_refused_and_not_one_byte_of_it_changes()
    {
        await LaidAsync("INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('29990101000000_Later', '6.0.7')");
        var before = await File.ReadAllBytesAsync(Database);

        var told = await StartedAsync();

        Assert.Equal(1, told.ExitCode);
        Assert.StartsWith("无法启动：数据库是更新的版本建的", told.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
        Assert.False(Directory.Exists(Path.Combine(_folder, "backups")));
    }

    [SqliteFact]
    public async Task A_database_of_a_trial_version_before_0_2_0_is_refused_and_not_one_byte_of_it_changes()
    {
        await LaidAsync("DELETE FROM __EFMigrationsHistory; INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('20261128062026_Hardening', '10.0.15')");
        var before = await File.ReadAllBytesAsync(Database);

        var told = await StartedAsync();

        Assert.Equal(1, told.ExitCode);
        Assert.StartsWith("无法启动：数据库是 0.2.0 以前的试用版建的", told.Error, StringComparison.Ordinal);
        Assert.Contains("空文件夹", told.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
        Assert.False(Directory.Exists(Path.Combine(_folder, "backups")));
    }

    [SqliteFact]
    public async Task A_lock_that_a_program_killed_while_migrating_left_keeps_nobody_waiting()
    {
        await LaidAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2020-03-05 09:00:00')");
        await using var server = OfficeServer.Over(_folder, migrations: typeof(Later).Assembly);

        Assert.Equal("29990101000000_Later", (await server.InDbAsync(db => db.Database.GetAppliedMigrationsAsync())).Last());
    }

    [SqliteFact]
    public async Task A_spoilt_page_is_found_at_start_and_the_sentence_says_how_to_restore()
    {
        await LaidAsync();
        var bytes = await File.ReadAllBytesAsync(Database);
        // The middle of the file is the division list and its indexes.
        for (var i = bytes.Length / 2; i < (bytes.Length / 2) + 8192; i++)
        {
            bytes[i] ^= 0x5A;
        }

        await File.WriteAllBytesAsync(Database, bytes);

        var told = await StartedAsync();

        Assert.Equal(1, told.ExitCode);
        Assert.StartsWith("无法启动：数据库文件有损坏", told.Error, StringComparison.Ordinal);
        Assert.All(["改名", "安装说明“从备份恢复”", "office/restore"], word => Assert.Contains(word, told.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", told.Error + told.Output, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));
    }

    [SqliteFact]
    public async Task Something_that_is_no_database_is_refused_too()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Database, new string('文', 4000));

        Assert.StartsWith("无法启动：数据库文件有损坏", (await StartedAsync()).Error, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_database_that_cannot_be_opened_is_named()
    {
        Directory.CreateDirectory(Database);

        var told = await StartedAsync();

        Assert.Equal(1, told.ExitCode);
        Assert.StartsWith("无法启动：数据库文件打不开", told.Error, StringComparison.Ordinal);
        Assert.Contains(Database, told.Error, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_database_that_another_program_holds_is_named()
    {
        await LaidAsync();
        await using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        await other.OpenAsync();
        await using var held = other.BeginTransaction();

        Assert.StartsWith("无法启动：数据库正被别的程序占用", (await StartedAsync()).Error, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task An_older_database_without_a_passphrase_is_copied_for_its_owner_alone_and_then_brought_up_to_date()
    {
        await LaidAsync();
        await using var server = OfficeServer.Over(_folder, migrations: typeof(Later).Assembly);

        Assert.Equal("29990101000000_Later", (await server.InDbAsync(db => db.Database.GetAppliedMigrationsAsync())).Last());
        var kept = Assert.Single(BackupCase.FileNames(server));
        Assert.Equal("before-upgrade-20200305-090000.db", kept);
        var path = Path.Combine(BackupCase.Folder(server), kept);
        Assert.NotEqual(await server.InDbAsync(db => db.Database.GetAppliedMigrationsAsync()), MigrationsIn(path));
        Assert.Empty(BackupCase.FaultsIn(path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        // It says everything in clear: until there is a backup it is reminded of, and then it goes.
        var files = server.Services.GetRequiredService<BackupFiles>();
        Assert.Contains("没有加密，还留着", await server.InDbAsync(db => db.BackupReminderAsync(files, server.Clock.GetUtcNow())), StringComparison.Ordinal);
        await server.LockAsync();
        Assert.StartsWith("升级前抄的数据库没有加密，还留着", await server.InDbAsync(db => db.BackupReminderAsync(files, server.Clock.GetUtcNow())), StringComparison.Ordinal);
        Assert.Equal([Path.GetFileName(await server.BackUpAsync())], BackupCase.FileNames(server));
    }

    [SqliteFact]
    public async Task An_upgrade_that_fails_leaves_a_backup_that_opens_and_a_sentence_on_the_screen_and_in_the_log()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.LockAsync();
        // As if the last step had not been made: it cannot be made twice.
        await server.ExecuteAsync("DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT MAX(MigrationId) FROM __EFMigrationsHistory)");

        var told = await StartedAsync(server.Folder);

        Assert.Equal(1, told.ExitCode);
        Assert.StartsWith("无法启动：程序自己出了错", told.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told.Error + told.Output, StringComparison.Ordinal);
        Assert.Contains("无法启动：程序自己出了错", Log(server.Folder), StringComparison.Ordinal);
        var kept = Assert.Single(BackupCase.FileNames(server));
        Web.Backups.BackupRestorer.Restore(BackupCase.EngineOf(_folder), Path.Combine(BackupCase.Folder(server), kept), _folder, BackupCase.RestorePassphrase);
        Assert.True(File.Exists(Database));
    }

    [SqliteFact]
    public async Task Why_it_did_not_start_is_in_the_log_for_a_service_has_no_screen()
    {
        Directory.CreateDirectory(Database);

        await StartedAsync();

        Assert.Contains("无法启动：数据库文件打不开", Log(_folder), StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_database_of_this_version_is_not_copied_at_every_start()
    {
        var before = await OfficeServer.WithOfficeAsync();
        await using var after = await before.RestartAsync();

        Assert.Equal(1, await after.InDbAsync(db => db.Offices.CountAsync()));
        Assert.Empty(BackupCase.FileNames(after));
    }

    /// <summary>A laid-out database in one file, with a change.</summary>
    private async Task LaidAsync(string? change = null)
    {
        await using var server = new OfficeServer();
        _ = server.Services;
        Directory.CreateDirectory(_folder);
        BackupCase.EngineOf(server).Copy(Database);
        if (change is not null)
        {
            await using var database = new SqliteConnection($"Data Source={Database};Pooling=False");
            await database.OpenAsync();
            await using var command = database.CreateCommand();
            command.CommandText = change;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static IReadOnlyList<string> MigrationsIn(string file)
    {
        using var database = BackupCase.Engine.OpenCopy(file);
        return database.Migrations;
    }

    private Task<ProcessRun> StartedAsync(string? folder = null) => ProcessRun.OfAsync(folder ?? _folder, ["--urls", "http://127.0.0.1:0", "--jobs=false"]);

    private static string Log(string folder) => string.Concat(Directory.GetFiles(Path.Combine(folder, "logs"), "*.log").Select(File.ReadAllText));
}
