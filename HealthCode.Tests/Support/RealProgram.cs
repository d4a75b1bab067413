using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HealthCode.Web.Hosting;

namespace HealthCode.Tests.Support;

/// <summary>The program as an office starts it, in a process of its own, so that the plug can be pulled.</summary>
public sealed class RealProgram : IDisposable
{
    private readonly Process _process;

    private RealProgram(Process process, Uri address) =>
        (_process, Http) = (process, new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address });

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
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        var program = new RealProgram(process, address);
        await program.AnswersAsync();
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

    private async Task AnswersAsync()
    {
        for (var i = 0; i < 6000; i++)
        {
            try
            {
                using var answer = await Http.GetAsync("/healthz");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception fault) when (IsUnplugged(fault))
            {
            }

            await Task.Delay(20);
        }

        Assert.Fail("the program did not start");
    }

    private static bool IsAddress(string word) => word.StartsWith("http", StringComparison.Ordinal);
}
