using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Hosting;

/// <summary>安装包: what scripts/publish puts beside the program. Whether the whole serves within 5 s it tries itself, at the end.</summary>
public sealed class PublishTests
{
    public static TheoryData<string, string[]> Folders => new()
    {
        { "linux-x64", ["安装说明.txt", "office/install", "office/update", "office/backup", "office/restore", "office/healthcode.service", "county/healthcode-county.service", "county/healthcode.env", "county/nginx.conf", "county/import"] },
        { "win-x64", ["安装说明.txt", "office/install.cmd", "office/install.ps1", "office/backup.cmd", "office/restore.cmd", "office/restore.ps1", "office/update.cmd", "office/update.ps1"] },
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
    [InlineData("office/update")]
    [InlineData("county/import")]
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
    [InlineData("update.cmd")]
    public void What_Windows_reads_in_its_own_character_set_has_no_Chinese(string file) =>
        Assert.All(File.ReadAllText(Path.Combine(Published("win-x64"), "office", file)), character => Assert.True(Ascii.IsValid(character)));

    [Theory]
    [InlineData("linux-x64", "/opt/healthcode/HealthCode.Web --HEALTHCODE_DATA=/var/lib/healthcode")]
    [InlineData("win-x64", "HealthCode.Web.exe\" --HEALTHCODE_DATA=C:\\ProgramData\\HealthCode")]
    public void A_guide_says_how_to_restore_and_starts_the_program_by_hand_over_the_offices_own_data(string platform, string byHand)
    {
        var guide = Guide(platform);

        // The sentence at a damaged database names this section.
        Assert.Matches("(?m)^六、从备份恢复", guide);
        Assert.Contains("改名", guide, StringComparison.Ordinal);
        Assert.Contains(byHand, guide, StringComparison.Ordinal);
        Assert.DoesNotContain("运行 HealthCode.Web.exe，", guide, StringComparison.Ordinal);
    }

    [Fact]
    public void The_service_may_write_to_a_stick_and_the_guide_says_how_it_becomes_its_own()
    {
        var service = File.ReadAllLines(Path.Combine(Published("linux-x64"), "office/healthcode.service"));

        Assert.Contains("ReadWritePaths=/var/lib/healthcode -/media -/mnt -/run/media", service);
        Assert.Contains("mount -o uid=healthcode", Guide("linux-x64"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public void The_installed_program_makes_and_opens_backups_wherever_the_package_was_unpacked(string script) =>
        Assert.Contains("[ ! -x /opt/healthcode/HealthCode.Web ] || program=/opt/healthcode/HealthCode.Web", File.ReadAllLines(Path.Combine(Published("linux-x64"), "office", script)));

    [Fact]
    public void Restoring_on_Windows_asks_in_Chinese_for_the_administrator_before_anything_else()
    {
        var script = File.ReadAllText(Path.Combine(Published("win-x64"), "office/restore.ps1"));

        Assert.Contains("restore.ps1", File.ReadAllText(Path.Combine(Published("win-x64"), "office/restore.cmd")), StringComparison.Ordinal);
        Assert.InRange(script.IndexOf("点“以管理员身份运行”", StringComparison.Ordinal), 1, script.IndexOf("Get-Service", StringComparison.Ordinal));
    }

    [Fact]
    public void An_update_on_Windows_takes_the_same_steps_as_the_one_that_is_tried_here()
    {
        var windows = File.ReadAllText(Path.Combine(Published("win-x64"), "office/update.ps1"));
        var linux = File.ReadAllText(Path.Combine(Published("linux-x64"), "office/update"));

        Assert.All(["begun", "stopped", "copied", "started", "back", "done"], step =>
        {
            Assert.Contains($"step {step}", linux, StringComparison.Ordinal);
            Assert.Contains($"Step '{step}'", windows, StringComparison.Ordinal);
        });
        Assert.InRange(windows.IndexOf("点“以管理员身份运行”", StringComparison.Ordinal), 1, windows.IndexOf("if (-not (Get-Service", StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_that_an_earlier_installer_entered_with_its_switch_keeps_its_data_folder() =>
        Assert.Equal(["--service=true", "--HEALTHCODE_DATA=x"], CommandLine.Options(["--service", "--HEALTHCODE_DATA=x"]).Args!);

    [Fact]
    public void Systemd_calls_the_service_started_when_the_program_says_so()
    {
        Assert.Contains("Type=notify", File.ReadAllLines(Path.Combine(Published("linux-x64"), "office/healthcode.service")));
        Assert.DoesNotContain("--service", File.ReadAllText(Path.Combine(Published("win-x64"), "office/install.ps1")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_for_Windows_says_that_nobody_has_tried_it_there() =>
        Assert.Contains("还没有在真的 Windows 电脑上试过", Guide("win-x64"), StringComparison.Ordinal);

    private static string Guide(string platform) => File.ReadAllText(Path.Combine(Published(platform), "安装说明.txt"));

    private static string Published(string platform) => SourceTree.Folder("scripts", "published", platform);
}
