using System.Diagnostics;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Printing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Hosting;

public sealed class StartUpTests
{
    [Fact]
    public void A_data_folder_that_cannot_be_written_is_named_in_Chinese_and_in_English()
    {
        var file = Path.GetTempFileName();

        var reason = Assert.Throws<CannotStartException>(() => DataFolder.Open(Path.Combine(file, "data")));

        Assert.Contains("不能写入", reason.Message, StringComparison.Ordinal);
        Assert.Contains("Cannot start", reason.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void Globalization_without_Chinese_order_stops_the_start()
    {
        StartUpChecks.RequireChineseCulture();
        Assert.Throws<CannotStartException>(() => StartUpChecks.RequirePinyinOrder(string.CompareOrdinal));
    }

    [Fact]
    public void A_font_that_is_missing_is_named_with_its_package_before_anybody_prints()
    {
        StartUpChecks.RequireFonts(Typography.Folders);
        var folder = Directory.CreateTempSubdirectory("fonts-");
        foreach (var font in Typography.Folders.Where(Directory.Exists).SelectMany(each => Directory.EnumerateFiles(each, "LXGW*.ttf", SearchOption.AllDirectories)))
        {
            File.CreateSymbolicLink(Path.Combine(folder.FullName, Path.GetFileName(font)), font);
        }

        var reason = Assert.Throws<CannotStartException>(() => StartUpChecks.RequireFonts([folder.FullName]));

        folder.Delete(true);
        Assert.Contains("缺少字体 HanaMinA.ttf 或 simsunb.ttf（Debian 软件包 fonts-hanazono），请安装后再启动。", reason.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LXGWWenKai", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_switch_does_not_swallow_the_next_word()
    {
        var options = CommandLine.Options(["--demo", "--urls", "http://localhost:1"]);

        Assert.Equal(["--demo=true", "--urls", "http://localhost:1"], options.Args!);
    }

    [Theory]
    [InlineData(15, 59, 5)]
    [InlineData(16, 0, 6)]
    public void Today_changes_at_midnight_in_Beijing(int hour, int minute, int day)
    {
        var clock = new OfficeClock(new ManualTimeProvider(new(2020, 3, 5, hour, minute, 0, TimeSpan.Zero)));

        Assert.Equal(new DateOnly(2020, 3, day), clock.Today);
    }

    [Fact]
    public async Task Sign_ins_and_open_forms_survive_a_restart()
    {
        var before = new OfficeServer();
        var sealedText = before.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("门");

        await using var after = await before.RestartAsync();

        Assert.Equal("门", after.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealedText));
    }

    [Fact]
    public async Task Started_a_second_time_it_says_that_it_is_open_already()
    {
        var folder = Directory.CreateTempSubdirectory("healthcode-test-");
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        using var program = Process.Start(new ProcessStartInfo("dotnet", [typeof(OfficeClock).Assembly.Location, "--urls", $"http://{taken.LocalEndpoint}"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
            Environment = { [DataFolder.Setting] = folder.FullName },
        })!;
        var told = program.StandardOutput.ReadToEndAsync();

        var sentence = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(1, program.ExitCode);
        Assert.StartsWith("无法启动：这个地址已经有程序在用", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", sentence + await told, StringComparison.Ordinal);
        Assert.Contains("无法启动：这个地址已经有程序在用", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(folder.FullName, "logs"), "*.log"))), StringComparison.Ordinal);
        folder.Delete(true);
    }

    [Fact]
    public async Task Healthz_answers_before_set_up_and_without_sign_in()
    {
        await using var server = new OfficeServer();

        Assert.Equal("ok", (await server.Browser().OpenAsync("/healthz")).Html);
    }
}
