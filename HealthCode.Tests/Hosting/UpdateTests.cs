using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Hosting;

/// <summary>升级: office/update itself, with the real program over a real data folder. A version is a folder that starts the program of this build; a bad one changes the database and never answers.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class UpdateTests : IAsyncLifetime
{
    private const string Later = "20991231000000_Later";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("healthcode-test-");
    private readonly int _port = RealProgram.FreePort();

    private string Installed => Path.Combine(_folder.FullName, "installed");

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Work => Data + ".update";

    public async Task InitializeAsync()
    {
        Version(Installed, "1");
        Directory.CreateDirectory(Data);
        await StartAsync();
        await AnswersAsync();
        Sql("CREATE TABLE Before (What TEXT); INSERT INTO Before VALUES ('a card of yesterday');");
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(true);
    }

    [SqliteFact]
    public async Task A_good_update_runs_and_leaves_nothing_behind()
    {
        var (exitCode, said) = await UpdateAsync(Version(Path.Combine(_folder.FullName, "new"), "2"));

        Assert.True(exitCode == 0, said);
        Assert.Contains("升级好了", said, StringComparison.Ordinal);
        Assert.Equal("2", await RunningAsync());
        Assert.Equal("a card of yesterday", Sql("SELECT What FROM Before;"));
        Assert.Equal(["data", "data.update.lock", "installed", "new"], Directory.GetFileSystemEntries(_folder.FullName).Select(Path.GetFileName).Where(name => name is not ("pid" or "log")).Order(StringComparer.Ordinal));
    }

    [SqliteFact]
    public async Task An_archive_is_unpacked_and_what_is_none_of_ours_changes_nothing()
    {
        Version(Path.Combine(_folder.FullName, "packed", "healthcode-linux-x64"), "2");
        var archive = Path.Combine(_folder.FullName, "new.tar.gz");
        await ShellAsync($"tar -czf {archive} -C {_folder.FullName}/packed healthcode-linux-x64");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "torn.tar.gz"), "not an archive");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "photos"));

        Assert.Contains("打不开", (await UpdateAsync(Path.Combine(_folder.FullName, "torn.tar.gz"))).Said, StringComparison.Ordinal);
        Assert.Contains("不是本系统的新版本", (await UpdateAsync(Path.Combine(_folder.FullName, "photos"))).Said, StringComparison.Ordinal);
        Assert.Contains("没有这个文件夹或压缩包", (await UpdateAsync(Path.Combine(_folder.FullName, "nowhere"))).Said, StringComparison.Ordinal);
        Assert.Equal("1", await RunningAsync());

        var (exitCode, said) = await UpdateAsync(archive);
        Assert.True(exitCode == 0, said);
        Assert.Equal("2", await RunningAsync());
    }

    [SqliteFact]
    public async Task An_update_that_does_not_answer_goes_back_with_the_database_it_had_changed()
    {
        var (exitCode, said) = await UpdateAsync(Bad(), "3");

        Assert.Equal(1, exitCode);
        Assert.Contains("换回原来的版本", said, StringComparison.Ordinal);
        Assert.Contains("新版本改过数据库", said, StringComparison.Ordinal);
        await IsAsBeforeAsync();
        Assert.Equal(Later, Sql("SELECT MigrationId FROM __EFMigrationsHistory WHERE MigrationId LIKE '2099%';", Path.Combine(Data, "update-failed", "healthcode.db")));
        Assert.False(Directory.Exists(Work));
    }

    [SqliteTheory]
    // As if the power went just when the program was stopped, and just when the new one was to start.
    [InlineData("stop")]
    [InlineData("start")]
    public async Task Cut_short_it_is_run_again_and_goes_through(string moment)
    {
        var good = Version(Path.Combine(_folder.FullName, "new"), "2");
        var (exitCode, _) = await UpdateAsync(good, cutAt: moment);
        Assert.NotEqual(0, exitCode);
        Assert.True(File.Exists(Path.Combine(Work, "step")));

        var (again, said) = await UpdateAsync(good);

        Assert.True(again == 0, said);
        Assert.Contains("上次升级被打断", said, StringComparison.Ordinal);
        Assert.Equal("2", await RunningAsync());
        Assert.Equal("a card of yesterday", Sql("SELECT What FROM Before;"));
    }

    [SqliteFact]
    public async Task Cut_short_after_a_bad_version_had_changed_the_database_it_is_as_before()
    {
        // The bad version is started, changes the database, and the power goes.
        await UpdateAsync(Bad(), cutAt: "started");
        Assert.Equal(Later, Sql("SELECT MigrationId FROM __EFMigrationsHistory WHERE MigrationId LIKE '2099%';"));

        // Another file than a version: it is only put back.
        await UpdateAsync(Directory.CreateDirectory(Path.Combine(_folder.FullName, "photos")).FullName);

        await IsAsBeforeAsync();
    }

    private async Task IsAsBeforeAsync()
    {
        Assert.Equal("1", await RunningAsync());
        Assert.Equal("a card of yesterday", Sql("SELECT What FROM Before;"));
        Assert.Equal("", Sql("SELECT MigrationId FROM __EFMigrationsHistory WHERE MigrationId LIKE '2099%';"));
    }

    /// <summary>A folder as scripts/publish makes it, as far as the script looks into it: the program of this build under its name.</summary>
    private static string Version(string folder, string version)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "version"), version);
        var program = typeof(OfficeClock).Assembly.Location;
        Executable(Path.Combine(folder, "HealthCode.Web"), $"#!/bin/sh\ncd {Path.GetDirectoryName(program)}\nexec dotnet {program} \"$@\"\n");
        return folder;
    }

    private string Bad()
    {
        var folder = Path.Combine(_folder.FullName, "bad");
        Directory.CreateDirectory(folder);
        Executable(Path.Combine(folder, "HealthCode.Web"),
            $"#!/bin/sh\nsqlite3 {Data}/healthcode.db \"INSERT INTO __EFMigrationsHistory VALUES ('{Later}', '10.0.15'); DELETE FROM Before;\"\nexec sleep 600\n");
        return folder;
    }

    private static void Executable(string file, string lines)
    {
        File.WriteAllText(file, lines);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string StartLine => $"HEALTHCODE_DATA={Data} setsid {Installed}/HealthCode.Web --urls http://127.0.0.1:{_port} </dev/null >{_folder.FullName}/log 2>&1 & echo $! >{_folder.FullName}/pid";

    private string StopLine => $"[ ! -f {_folder.FullName}/pid ] || {{ kill -- -$(cat {_folder.FullName}/pid) 2>/dev/null || true; rm -f {_folder.FullName}/pid; }}";

    private Task StartAsync() => ShellAsync(StartLine);

    private Task StopAsync() => ShellAsync(StopLine);

    /// <summary>Runs the script of the published folder.</summary>
    /// <param name="from">The new version.</param>
    /// <param name="wait">Seconds for which it waits for an answer.</param>
    /// <param name="cutAt">"stop", "start" or "started": the script is killed there, as by a power cut.</param>
    private async Task<(int ExitCode, string Said)> UpdateAsync(string from, string wait = "60", string? cutAt = null)
    {
        // The lines run in a shell whose parent is the script.
        const string Cut = "kill -9 $PPID";
        var start = new ProcessStartInfo(Path.Combine(SourceTree.Folder("scripts", "published", "linux-x64", "office"), "update"), [from])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["HEALTHCODE_PROGRAM"] = Installed,
                [DataFolder.Setting] = Data,
                ["HEALTHCODE_HEALTH"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/healthz"),
                ["HEALTHCODE_WAIT"] = wait,
                ["HEALTHCODE_STOP"] = StopLine + (cutAt == "stop" ? "; " + Cut : ""),
                ["HEALTHCODE_START"] = cutAt switch { "start" => Cut, "started" => StartLine + "; sleep 2; " + Cut, _ => StartLine },
            },
        };
        using var script = Process.Start(start)!;
        var (said, complained) = (script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        await script.WaitForExitAsync();
        return (script.ExitCode, await said + await complained);
    }

    /// <summary>The version of the folder that answers.</summary>
    private async Task<string> RunningAsync()
    {
        await AnswersAsync();
        return await File.ReadAllTextAsync(Path.Combine(Installed, "version"));
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient();
        await Eventually.TrueAsync(() => IsOkAsync(http), "the program answers");
    }

    private async Task<bool> IsOkAsync(HttpClient http)
    {
        try
        {
            return await http.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/healthz")) == "ok";
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task ShellAsync(string line)
    {
        using var shell = Process.Start("sh", ["-c", line]);
        await shell.WaitForExitAsync();
    }

    private string Sql(string command, string? database = null)
    {
        using var sqlite = Process.Start(new ProcessStartInfo("sqlite3", ["-cmd", ".timeout 10000", database ?? Path.Combine(Data, "healthcode.db"), command]) { RedirectStandardOutput = true })!;
        var said = sqlite.StandardOutput.ReadToEnd();
        sqlite.WaitForExit();
        return said.Trim();
    }
}
