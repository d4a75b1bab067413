using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>A county as <c>scripts/county</c> starts it: a PostgreSQL cluster, several servers in processes of their own, and nginx in front of them.</summary>
[CollectionDefinition(Name)]
public sealed class County : IAsyncLifetime, ICollectionFixture<County>
{
    public const string Name = "county";

    private const string Ready = "Ready: ";
    private const int MostServers = 9;

    private static readonly TimeSpan AsLongAsBrowsersWait = TimeSpan.FromMinutes(5);

    private static int _counties;

    private readonly string _folder = Directory.CreateTempSubdirectory("healthcode-county-").FullName;
    private readonly int _port = 20_000 + (Environment.ProcessId % 10_000) + ((MostServers + 1) * Interlocked.Increment(ref _counties));
    private Process _script = null!;

    /// <summary>How many servers there are.</summary>
    public int Servers { get; init; } = 3;

    /// <summary>The value of HEALTHCODE_DATABASE; null for a cluster that the script makes.</summary>
    public string? Database { get; init; }

    /// <summary>The folder that the servers have in common.</summary>
    public string SharedFolder => Path.Combine(_folder, "shared");

    /// <summary>A further server of the same county in this process, by which a test sets up and looks.</summary>
    public OfficeServer Office { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("sh", [SourceTree.Folder("scripts", "county"), "--servers", Servers.ToString(CultureInfo.InvariantCulture), "--port", _port.ToString(CultureInfo.InvariantCulture), "--data", _folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HEALTHCODE_PROGRAM"] = typeof(OfficeClock).Assembly.Location },
        };
        start.Environment[DatabaseEngines.Setting] = Database;
        _script = Process.Start(start)!;
        var complained = _script.StandardError.ReadToEndAsync();
        string? line;
        do
        {
            line = await _script.StandardOutput.ReadLineAsync();
        }
        while (line?.Contains(Ready, StringComparison.Ordinal) == false);
        if (line is null)
        {
            throw new InvalidOperationException("scripts/county ended: " + await complained);
        }

        _ = _script.StandardOutput.ReadToEndAsync();

        Office = OfficeServer.Over(Directory.CreateTempSubdirectory("healthcode-test-").FullName, DateTimeOffset.UtcNow, settings: Surroundings());
    }

    public async Task DisposeAsync()
    {
        await Office.DisposeAsync();
        // A shell that was itself started in the background cannot be interrupted.
        using (var stop = Process.Start("kill", ["-TERM", _script.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await stop.WaitForExitAsync();
        }

        await _script.WaitForExitAsync();
        _script.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A browser at the front.</summary>
    /// <param name="cookies">Those of another browser, to be the same person.</param>
    /// <param name="from">The address of its PC, one of this machine's own (127.…).</param>
    public OfficeBrowser Browser(CookieContainer? cookies = null, IPAddress? from = null) => new(At(_port, cookies, from));

    /// <summary>A browser at one server, past the front; the first is 1. Two with the same cookies are one person whose requests go to different servers.</summary>
    public OfficeBrowser BrowserAt(int server, CookieContainer? cookies = null) => new(At(_port + server, cookies));

    /// <summary>Signs in.</summary>
    public static async Task<OfficeBrowser> SignInAsync(OfficeBrowser browser, string user)
    {
        await browser.OpenAsync("/Account/Login");
        return await browser.SendAsync(("登录名", user), ("密码", OfficeServer.Password));
    }

    /// <summary>Pulls the plug of a server.</summary>
    public void Kill(int server)
    {
        using var process = Process.GetProcessById(int.Parse(File.ReadAllText(PidFile(server)), CultureInfo.InvariantCulture));
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Starts a server again that was killed.</summary>
    public async Task BeginAsync(int server)
    {
        var start = new ProcessStartInfo("sh", ["-c", "exec dotnet \"$0\" --urls \"$1\" >> \"$2/output\" 2>&1", typeof(OfficeClock).Assembly.Location, Address(_port + server), Folder(server)]);
        foreach (var (name, value) in Surroundings())
        {
            start.Environment[name] = value;
        }

        start.Environment[DataFolder.Setting] = Folder(server);

        var process = Process.Start(start)!;
        await File.WriteAllTextAsync(PidFile(server), process.Id.ToString(CultureInfo.InvariantCulture));
        using var http = At(_port + server);
        await Eventually.TrueAsync(async () => await AnswersAsync(http));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Kill();
    }

    /// <summary>Brings a village's backup in by <c>scripts/county import</c>, beside the running servers.</summary>
    public async Task<string> ImportAsync(string backup)
    {
        var start = new ProcessStartInfo("sh", [SourceTree.Folder("scripts", "county"), "import", "--from", backup, "--data", _folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HEALTHCODE_PROGRAM"] = typeof(OfficeClock).Assembly.Location },
        };
        start.Environment.Remove(DatabaseEngines.Setting);
        using var script = Process.Start(start)!;
        var (said, complained) = (script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        await script.StandardInput.WriteLineAsync(BackupCase.RestorePassphrase);
        script.StandardInput.Close();
        await script.WaitForExitAsync();
        return script.ExitCode == 0 ? await said : await complained;
    }

    /// <summary>Restarts the database; every connection is cut off.</summary>
    /// <param name="while">What is done while it is down.</param>
    public async Task RestartDatabaseAsync(Func<Task> @while)
    {
        var cluster = PostgresCluster.Over(Path.Combine(_folder, "pg"));
        cluster.End();
        await @while();
        cluster.Begin();
        for (var server = 1; server <= Servers; server++)
        {
            using var http = At(_port + server);
            await Eventually.TrueAsync(async () => await AnswersAsync(http));
        }

        await Office.Services.GetRequiredService<IDatabaseEngine>().AnswersAsync(CancellationToken.None);
    }

    private Dictionary<string, string> Surroundings() => new()
    {
        [DatabaseEngines.Setting] = Database ?? $"Host={Path.Combine(_folder, "pg")};Database=healthcode;Username=healthcode",
        [DataFolder.SharedSetting] = SharedFolder,
        [MasterKey.Setting] = Path.Combine(_folder, "master.key"),
        [ReverseProxy.Setting] = "127.0.0.1",
    };

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/healthz/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private string Folder(int server) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"server-{server}"));

    private string PidFile(int server) => Path.Combine(Folder(server), "pid");

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static HttpClient At(int port, CookieContainer? cookies = null, IPAddress? from = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() };
        if (from is not null)
        {
            handler.ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }

        var http = new HttpClient(handler) { BaseAddress = new(Address(port)), Timeout = AsLongAsBrowsersWait };
        // What the front says of everybody; said here for requests past it.
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "10.20.0.7");
        return http;
    }
}
