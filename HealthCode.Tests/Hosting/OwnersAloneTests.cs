using System.Runtime.Versioning;
using HealthCode.Tests.Support;
using HealthCode.Web.Backups;
using HealthCode.Web.Foundation;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Hosting;

/// <summary>只归办公室: what lies in the data folder is nobody else's on this PC, however the folder was made.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class OwnersAloneTests : IDisposable
{
    private const UnixFileMode Everybody = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _folder = Directory.CreateTempSubdirectory("healthcode-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [SqliteFact]
    public void What_lay_open_is_closed_at_the_start()
    {
        foreach (var file in new[] { "healthcode.db", "healthcode.db-wal", "healthcode.db-shm", "jobs.db", "keys/audit.key", "logs/healthcode.log", "reports/2020-03-05/a.xlsx", "backups/b.hcb", "tmp/c", "prints/1.pdf", ".hidden/x" })
        {
            Lay(file);
        }

        File.SetUnixFileMode(_folder, Owner | Everybody);
        DataFolder.Open(_folder);

        Assert.Equal(Owner, File.GetUnixFileMode(_folder));
        Assert.Equal([".hidden", "x"], Open(_folder).Select(Path.GetFileName));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "healthcode.db")));
    }

    [SqliteFact]
    public void Nothing_outside_is_touched_and_what_was_read_only_stays_so()
    {
        var outside = Directory.CreateTempSubdirectory("healthcode-test-").FullName;
        File.WriteAllText(Path.Combine(outside, "x"), "");
        File.SetUnixFileMode(Path.Combine(outside, "x"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(outside, Owner | UnixFileMode.OtherRead);
        Directory.CreateDirectory(Path.Combine(_folder, "reports"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "reports", "link"), outside);
        Lay("keys/old");
        File.SetUnixFileMode(Path.Combine(_folder, "keys/old"), UnixFileMode.UserRead | UnixFileMode.OtherRead);

        DataFolder.Open(_folder);

        Assert.Equal(2, Open(outside).Count + (File.GetUnixFileMode(outside).HasFlag(UnixFileMode.OtherRead) ? 1 : 0));
        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(Path.Combine(_folder, "keys/old")));
        Directory.Delete(outside, true);
    }

    [SqliteFact]
    public async Task Whatever_the_program_makes_is_the_owners_alone()
    {
        File.SetUnixFileMode(_folder, Owner | Everybody);
        using (var program = await RealProgram.StartAsync(_folder))
        {
            using var page = await program.Http.GetAsync("/Setup");
            Assert.Empty(Open(_folder));
            Assert.True(File.Exists(Path.Combine(_folder, "healthcode.db-shm")));
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "keys")));
        }

        await using var server = await OfficeServer.WithOfficeAsync();
        await server.LockAsync();
        await server.DoDueAsync("2020-03-05 21:00");
        await server.Services.GetRequiredService<BackupRunner>().MakeAsync();
        Assert.NotEmpty(server.Reports());
        Assert.Empty(Open(server.Folder));
    }

    private static List<string> Open(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(entry => (entry.UnixFileMode & Everybody) != 0).Select(entry => entry.FullName).Order(StringComparer.Ordinal)];

    private void Lay(string file)
    {
        var path = Path.Combine(_folder, file);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        folder.UnixFileMode = Owner | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    }
}
