using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Hosting;

namespace HealthCode.Tests.Hosting;

/// <summary>安装包: what scripts/publish puts beside the program. Whether the whole serves within 5 s it tries itself, at the end.</summary>
public sealed class PublishTests
{
    public static TheoryData<string, string[]> Folders => new()
    {
        { "linux-x64", ["安装说明.txt", "office/install", "office/backup", "office/restore", "office/healthcode.service"] },
        { "win-x64", ["安装说明.txt", "office/install.cmd", "office/install.ps1", "office/backup.cmd", "office/restore.cmd"] },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_platforms_folder_has_what_an_office_needs_and_its_guide_names_it(string platform, string[] files)
    {
        var folder = Published(platform);

        Assert.Equal(files.Order(StringComparer.Ordinal), Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal));
        var guide = File.ReadAllText(Path.Combine(folder, "安装说明.txt")).Replace('\\', '/');
        Assert.All(files.Where(file => !file.EndsWith("service", StringComparison.Ordinal) && !file.EndsWith("ps1", StringComparison.Ordinal)).Skip(1),
            file => Assert.Contains(Path.GetFileName(file), guide, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("office/install")]
    [InlineData("office/backup")]
    [InlineData("office/restore")]
    [UnsupportedOSPlatform("windows")]
    public async Task A_script_is_one_that_every_shell_can_read_and_may_be_run(string script)
    {
        var file = Path.Combine(Published("linux-x64"), script);

        using var shell = Process.Start("sh", ["-n", file]);
        await shell.WaitForExitAsync();

        Assert.Equal(0, shell.ExitCode);
        Assert.True(File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute));
    }

    [Theory]
    [InlineData("install.cmd")]
    [InlineData("backup.cmd")]
    [InlineData("restore.cmd")]
    public void What_Windows_reads_in_its_own_character_set_has_no_Chinese(string file) =>
        Assert.All(File.ReadAllText(Path.Combine(Published("win-x64"), "office", file)), character => Assert.True(Ascii.IsValid(character)));

    [Fact]
    public void The_service_switch_does_not_swallow_the_next_word() =>
        Assert.Equal(["--service=true", "--HEALTHCODE_DATA=x"], CommandLine.Options(["--service", "--HEALTHCODE_DATA=x"]).Args!);

    private static string Published(string platform) => SourceTree.Folder("scripts", "published", platform);
}
