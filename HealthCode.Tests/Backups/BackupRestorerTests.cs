using HealthCode.Domain.Passes;
using HealthCode.Domain.Seals;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Backups;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Backups;

/// <summary>恢复: the office goes on on another PC, or nothing has happened.</summary>
public sealed class BackupRestorerTests : IAsyncLifetime
{
    private readonly string _elsewhere = BackupCase.NewFolder();
    private OfficeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        await _server.LockAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        if (Directory.Exists(_elsewhere))
        {
            Directory.Delete(_elsewhere, true);
        }
    }

    [Fact]
    public async Task In_a_county_the_keys_come_into_the_shared_folder_sealed_with_the_master_key()
    {
        var path = await _server.BackUpAsync();
        var folder = new DataFolder(_elsewhere) { Shared = Path.Combine(_elsewhere, "shared") };
        Directory.CreateDirectory(_elsewhere);
        var secret = Path.Combine(_elsewhere, "master.key");
        await File.WriteAllBytesAsync(secret, new byte[32]);

        BackupRestorer.Restore(BackupCase.EngineOf(_elsewhere), path, folder, MasterKey.From(secret), BackupCase.RestorePassphrase);

        var (restored, own) = (new KeyFiles(folder, MasterKey.From(secret)), _server.Services.GetRequiredService<KeyFiles>());
        Assert.Contains(DataKeyStore.FileName, restored.Names());
        Assert.All(restored.Names().Where(name => name != AuditChainKeyStore.HeadFile), name =>
        {
            Assert.Equal(own.Read(name), restored.Read(name));
            Assert.Equal("HCK1"u8.ToArray(), File.ReadAllBytes(Path.Combine(folder.Keys, name))[..4]);
        });
        Assert.NotNull(new AuditChainKeyStore(folder, restored).Head);
        Assert.False(Directory.Exists(Path.Combine(_elsewhere, "keys")));
    }

    [SqliteFact]
    public async Task On_another_PC_people_sign_in_cards_are_believed_and_new_ones_are_signed_with_the_same_key_and_seal()
    {
        var office = await _server.InDbAsync(db => db.Offices.SingleAsync());
        await _server.AddUserAsync("yiren", office.Code, Roles.Clerk, Roles.Reviewer);
        var card = Assert.Single(await _server.IssueAsync(1));
        await _server.HandOverAsync(card);
        await _server.InDbAsync(db => db.InOneTransactionAsync(() => Task.FromResult(db.Seals.Add(OfficeSeal.Register(office, [1, 2, 3], "样政办函〔2020〕5号", LawfulCase.Reviewer, LawfulCase.Now)))));
        var printed = await _server.CodeAsync(card);
        var path = await _server.BackUpAsync();

        var told = await ProcessRun.OfAsync(_elsewhere, ["restore", "--from", path, "--data", _elsewhere], BackupCase.RestorePassphrase);

        Assert.Equal((0, ""), (told.ExitCode, told.Error));
        Assert.StartsWith($"已恢复：{office.OfficialName}，2020年3月5日 09:00 的备份。", told.Output, StringComparison.Ordinal);
        Assert.Contains("申报 1 份，通行卡 1 张", told.Output, StringComparison.Ordinal);
        await using var restored = OfficeServer.Over(_elsewhere);
        var desk = await restored.SignedInAsync("yiren");
        await desk.OpenAsync("/Verification/Check");
        await desk.SendAsync(("扫卡背面的二维码，或输入卡号", printed));
        Assert.Contains("有效", desk.Text, StringComparison.Ordinal);
        var believed = (await restored.Services.GetRequiredService<SigningKeyStore>().TrustedAsync()).Read(printed);
        Assert.Equal(TokenValidity.Genuine, believed.Validity);
        Assert.Equal(TokenValidity.Genuine, (await _server.Services.GetRequiredService<SigningKeyStore>().TrustedAsync()).Read(await restored.CodeAsync(card)).Validity);
        Assert.Equal([1, 2, 3], (await restored.InDbAsync(db => db.Seals.SingleAsync())).Image);
        Assert.NotNull(await restored.BackUpAsync());
    }

    [SqliteFact]
    public async Task A_folder_that_holds_an_office_is_refused_and_stays_as_it_is()
    {
        var path = await _server.BackUpAsync();
        var before = await File.ReadAllBytesAsync(path);

        var told = await ProcessRun.OfAsync(_elsewhere, ["restore", "--from", path, "--data", _server.Folder], BackupCase.RestorePassphrase);

        Assert.Equal((1, ""), (told.ExitCode, told.Output));
        Assert.Contains("已经有一个办公室的数据库，不能盖掉它。请先停下程序，把这个文件夹改名留着", told.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task With_another_passphrase_nothing_is_laid_down()
    {
        var path = await _server.BackUpAsync();

        var refusal = Assert.Throws<BackupRefusedException>(() => BackupRestorer.Restore(BackupCase.EngineOf(_elsewhere), path, _elsewhere, BackupCase.RestorePassphrase + "?"));

        Assert.StartsWith("口令不对", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_elsewhere));
    }

    [Fact]
    public async Task A_backup_that_is_cut_off_or_changed_lays_nothing_down()
    {
        var path = await _server.BackUpAsync();
        var whole = await File.ReadAllBytesAsync(path);
        var damaged = path + "-damaged";
        await File.WriteAllBytesAsync(damaged, whole[..^1]);
        Assert.Throws<BackupRefusedException>(() => BackupRestorer.Restore(BackupCase.EngineOf(_elsewhere), damaged, _elsewhere, BackupCase.RestorePassphrase));
        whole[whole.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(damaged, whole);

        Assert.Throws<BackupRefusedException>(() => BackupRestorer.Restore(BackupCase.EngineOf(_elsewhere), damaged, _elsewhere, BackupCase.RestorePassphrase));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_elsewhere));
    }

    [SqliteFact]
    public async Task A_restoring_that_was_cut_short_is_done_again()
    {
        var path = await _server.BackUpAsync();
        Directory.CreateDirectory(Path.Combine(_elsewhere, ".restoring", "keys"));
        Directory.CreateDirectory(Path.Combine(_elsewhere, "keys"));
        await File.WriteAllTextAsync(Path.Combine(_elsewhere, ".restoring", "healthcode.db"), "half");
        await File.WriteAllTextAsync(Path.Combine(_elsewhere, "keys", Path.GetFileName(Directory.GetFiles(Path.Combine(_server.Folder, "keys"))[0])), "half");

        BackupRestorer.Restore(BackupCase.EngineOf(_elsewhere), path, _elsewhere, BackupCase.RestorePassphrase);

        Assert.Empty(BackupCase.FaultsIn(Path.Combine(_elsewhere, "healthcode.db")));
        Assert.Equal(
            // The audit went on after the backup, and its head with it.
            Directory.GetFiles(Path.Combine(_server.Folder, "keys")).Where(file => !file.EndsWith(AuditChainKeyStore.HeadFile, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText),
            Directory.GetFiles(Path.Combine(_elsewhere, "keys")).Where(file => !file.EndsWith(AuditChainKeyStore.HeadFile, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        Assert.False(Directory.Exists(Path.Combine(_elsewhere, ".restoring")));
    }

    [Theory]
    [InlineData("restore", "--data", "x")]
    [InlineData("restore", "--from")]
    [InlineData("backup", "--where", "x")]
    public async Task A_command_that_is_not_understood_says_how_it_is_used(params string[] words)
    {
        var told = await ProcessRun.OfAsync(_elsewhere, words);

        Assert.Equal(2, told.ExitCode);
        Assert.StartsWith("用法：", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named() => Assert.Contains(
        "没有这份备份.hcb 打不开",
        (await ProcessRun.OfAsync(_elsewhere, ["restore", "--from", "没有这份备份.hcb", "--data", _elsewhere])).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_backup_is_made_from_the_command_line_while_the_office_is_open()
    {
        var told = await ProcessRun.OfAsync(_elsewhere, ["backup", "--data", _server.Folder]);

        Assert.Equal((0, ""), (told.ExitCode, told.Error));
        Assert.Contains("已做好，读回来检查过", told.Output, StringComparison.Ordinal);
        Assert.Single(BackupCase.FileNames(_server));

        var nowhere = await ProcessRun.OfAsync(_elsewhere, ["backup", "--data", _elsewhere]);
        Assert.Equal(1, nowhere.ExitCode);
        Assert.Contains("没有什么可以备份", nowhere.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_elsewhere));
    }
}
