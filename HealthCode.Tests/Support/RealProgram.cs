using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Support;

/// <summary>The program in a process of its own, as an office starts it, so that a test can simulate a power cut.</summary>
public sealed class RealProgram : IDisposable
{
    /// <summary>Part of the line the program prints as soon as it listens.</summary>
    private const string Open = "本机打开";

    private readonly Process _process;
    private readonly string _folder;

    private RealProgram(Process process, string folder, Uri address) =>
        (_process, _folder, Http) = (process, folder, new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address });

    public HttpClient Http { get; }

    /// <summary>Memory in bytes: Own is the private memory as in Windows' task manager, Files the mapped files, which can be reclaimed.</summary>
    public (long Own, long Files) Memory
    {
        get
        {
            var counted = File.ReadLines($"/proc/{_process.Id}/status").Select(line => line.Split(':')).Where(part => part.Length == 2 && part[0].StartsWith("Rss", StringComparison.Ordinal))
                .ToDictionary(part => part[0], part => 1024 * long.Parse(part[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
            return (counted["RssAnon"] + counted["RssShmem"], counted["RssFile"]);
        }
    }

    /// <summary>CPU time used so far in seconds, user and kernel.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Starts the program over a data folder and waits until it answers.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="more">Further URLs to listen on, and further command line arguments.</param>
    public static Task<RealProgram> StartAsync(string folder, params string[] more) => StartAsync(folder, new Dictionary<string, string>(), more);

    /// <summary>Starts the program over a data folder with these environment variables and waits until it answers.</summary>
    public static async Task<RealProgram> StartAsync(string folder, IReadOnlyDictionary<string, string> surroundings, params string[] more)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var urls = string.Join(';', more.Where(IsAddress).Prepend(address.OriginalString));
        var start = new ProcessStartInfo("dotnet", [typeof(OfficeClock).Assembly.Location, "--urls", urls, .. more.Where(word => !IsAddress(word))])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(typeof(OfficeClock).Assembly.Location)!,
            Environment = { [DataFolder.Setting] = folder },
        };
        if (TestDatabase.ConnectionString(folder) is { } database)
        {
            start.Environment[DatabaseEngines.Setting] = database;
        }

        foreach (var (name, value) in surroundings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var complained = process.StandardError.ReadToEndAsync();
        var program = new RealProgram(process, folder, address);
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains(Open, StringComparison.Ordinal))
        {
        }

        _ = process.StandardOutput.ReadToEndAsync();
        Assert.True(await program.AnswersAsync(), "the program did not start" + (process.HasExited ? ": " + await complained : ""));
        return program;
    }

    /// <summary>A client without the cookies of <see cref="Http"/>.</summary>
    public HttpClient AtAnotherPc() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Http.BaseAddress };

    /// <summary>Whether this is an exception a client gets when the program is killed: connection lost or refused.</summary>
    public static bool IsUnplugged(Exception fault) => fault is HttpRequestException or IOException or SocketException or OperationCanceledException;

    /// <summary>Returns a port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>
    /// Copies the data folder while all threads are stopped, which gives what a kill at this moment would leave. What the process has
    /// written can be read from the files, even if the disk does not have it yet. The program continues afterwards.
    /// </summary>
    /// <returns>Path of the copy.</returns>
    public async Task<string> LeftBehindAsync()
    {
        await SignalAsync("-STOP");
        await Eventually.TrueAsync(() => Directory.GetDirectories($"/proc/{_process.Id}/task").All(IsStopped), "the program stands still");
        var copy = await CopiedAsync();
        await SignalAsync("-CONT");
        return copy;
    }

    /// <summary>Kills the program and returns a copy of its data folder to inspect, since two programs must not share one.</summary>
    public async Task<string> KilledAsync()
    {
        await KillAsync();
        return await CopiedAsync();
    }

    /// <summary>Copies the data folder at each of these moments; kills the program at the last one.</summary>
    /// <param name="moments">The moments, in order.</param>
    /// <param name="comeAsync">Waits for a moment.</param>
    public async Task<IReadOnlyList<string>> CutAsync<T>(IReadOnlyList<T> moments, Func<T, Task> comeAsync)
    {
        List<string> copies = [];
        foreach (var moment in moments.SkipLast(1))
        {
            await comeAsync(moment);
            copies.Add(await LeftBehindAsync());
        }

        await comeAsync(moments[^1]);
        return [.. copies, await KilledAsync()];
    }

    /// <summary>Copies the data folder these milliseconds from now, not counting the time the program is stopped; kills it at the last one.</summary>
    public Task<IReadOnlyList<string>> CutAsync(IReadOnlyList<int> milliseconds)
    {
        var passed = 0;
        return CutAsync(milliseconds, at =>
        {
            var pause = at - passed;
            passed = at;
            return Task.Delay(pause);
        });
    }

    /// <summary>Kills the program.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>Whether the health check succeeds; the line printed on standard output only says that it listens.</summary>
    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Http.GetAsync("/healthz");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Copies with cp, because File.Copy respects the lock on a file that the program is writing.</summary>
    private async Task<string> CopiedAsync()
    {
        var copy = Directory.CreateTempSubdirectory("healthcode-test-").FullName;
        using var copying = Process.Start("cp", ["-a", _folder + "/.", copy]);
        await copying.WaitForExitAsync();
        return copying.ExitCode == 0 ? copy : throw new IOException($"cp ended with {copying.ExitCode}");
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The state is the letter after the thread's name, which is in brackets and may contain brackets itself.</summary>
    private static bool IsStopped(string thread)
    {
        var line = File.ReadAllText(Path.Combine(thread, "stat"));
        return line[line.LastIndexOf(')') + 2] == 'T';
    }

    private static bool IsAddress(string word) => word.StartsWith("http", StringComparison.Ordinal);
}
