using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Support;

/// <summary>The program as an office starts it, in a process of its own, so that the plug can be pulled.</summary>
public sealed class RealProgram : IDisposable
{
    /// <summary>What it says as soon as it listens.</summary>
    private const string Open = "本机打开";

    private readonly Process _process;
    private readonly string _folder;

    private RealProgram(Process process, string folder, Uri address) =>
        (_process, _folder, Http) = (process, folder, new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address });

    public HttpClient Http { get; }

    /// <summary>Its memory in bytes: what is its own, as Windows' task manager shows it, and what of the files of program and runtime lies in memory besides, which the system takes back when it needs room.</summary>
    public (long Own, long Files) Memory
    {
        get
        {
            var counted = File.ReadLines($"/proc/{_process.Id}/status").Select(line => line.Split(':')).Where(part => part.Length == 2 && part[0].StartsWith("Rss", StringComparison.Ordinal))
                .ToDictionary(part => part[0], part => 1024 * long.Parse(part[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
            return (counted["RssAnon"] + counted["RssShmem"], counted["RssFile"]);
        }
    }

    /// <summary>Seconds of processor time it has taken until now, in itself and in the system for it.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Starts it over a data folder; it answers when this returns.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="more">Further addresses, and further words of the command line.</param>
    public static Task<RealProgram> StartAsync(string folder, params string[] more) => StartAsync(folder, new Dictionary<string, string>(), more);

    /// <summary>Starts it over a data folder, in surroundings of its own; it answers when this returns.</summary>
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

    /// <summary>As seen from a PC where nobody has signed in.</summary>
    public HttpClient AtAnotherPc() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Http.BaseAddress };

    /// <summary>What somebody who works with it meets when the plug is pulled: the connection is gone, or was just being made.</summary>
    public static bool IsUnplugged(Exception fault) => fault is HttpRequestException or IOException or SocketException or OperationCanceledException;

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>
    /// What pulling the plug now would leave: a copy of its data folder, made while none of its threads runs. What a killed program has written is
    /// in the files, whether the disk has it yet or not; a copy reads the same. Afterwards the program goes on as if nothing had been.
    /// </summary>
    /// <returns>The copy's folder.</returns>
    public async Task<string> LeftBehindAsync()
    {
        await SignalAsync("-STOP");
        await Eventually.TrueAsync(() => Directory.GetDirectories($"/proc/{_process.Id}/task").All(IsStopped), "the program stands still");
        var copy = await CopiedAsync();
        await SignalAsync("-CONT");
        return copy;
    }

    /// <summary>Pulls the plug and gives a copy of what is left, to be looked at: two programs over one folder would disturb each other.</summary>
    public async Task<string> KilledAsync()
    {
        await KillAsync();
        return await CopiedAsync();
    }

    /// <summary>Takes copies of what it leaves at these moments; at the last the plug is pulled.</summary>
    /// <param name="moments">One after the other.</param>
    /// <param name="comeAsync">Waits for one of them.</param>
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

    /// <summary>The same, so many milliseconds from now; while it stands still no time passes for it.</summary>
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

    /// <summary>Pulls the plug.</summary>
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

    /// <summary>It listens when it says so; that it is well it says when it is asked.</summary>
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

    /// <summary>Not by File.Copy: it respects the lock on a file that the program is just writing.</summary>
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

    /// <summary>The letter behind the name, which stands in brackets and may have any in it.</summary>
    private static bool IsStopped(string thread)
    {
        var line = File.ReadAllText(Path.Combine(thread, "stat"));
        return line[line.LastIndexOf(')') + 2] == 'T';
    }

    private static bool IsAddress(string word) => word.StartsWith("http", StringComparison.Ordinal);
}
