using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HealthCode.Tests.Hosting;

/// <summary>系统服务: what systemd and Windows hear of the program, and when.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ServiceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("healthcode-service-");

    public void Dispose() => _folder.Delete(true);

    [SqliteFact]
    public async Task Nothing_is_opened_before_the_program_has_reported_and_nothing_is_served_before_all_is_opened()
    {
        List<string> order = [];
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddHostedService(_ => new Noting("worker", order));
        builder.AddStartUp(Step("check"), Step("open"));
        builder.Services.AddSingleton<IHostLifetime>(new Noting("reported", order));
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");

        await app.StartAsync();

        Assert.Equal(["reported", "check", "open", "worker"], order);
        await app.StopAsync();

        Func<IServiceProvider, Task> Step(string name) => services =>
        {
            order.Add(name);
            Assert.All(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses, url => Assert.EndsWith(":0", url, StringComparison.Ordinal));
            return Task.CompletedTask;
        };
    }

    [SqliteFact]
    public async Task Systemd_hears_that_it_is_ready_once_it_answers_and_that_it_stops()
    {
        using var heard = Listen();
        var address = new Uri($"http://127.0.0.1:{RealProgram.FreePort()}");
        using var service = Start("--urls", address.OriginalString);
        var said = service.StandardOutput.ReadToEndAsync();

        Assert.Equal("READY=1", await NextAsync(heard));
        using var browser = new HttpClient { BaseAddress = address };
        Assert.Equal("ok", await browser.GetStringAsync("/healthz"));
        await StopAsync(service);

        Assert.Equal("STOPPING=1", await NextAsync(heard));
        Assert.Equal(0, service.ExitCode);
        // office/install copies the addresses from the journal as soon as systemd calls the service started.
        Assert.Contains("==> 本机打开", await said, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task Systemd_never_hears_that_a_program_is_ready_whose_database_cannot_be_opened()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "healthcode.db"));
        using var heard = Listen();
        using var service = Start("--urls", "http://127.0.0.1:0");

        var sentence = await service.StandardError.ReadToEndAsync();
        await service.WaitForExitAsync();

        Assert.Equal(1, service.ExitCode);
        Assert.StartsWith("无法启动：数据库文件打不开", sentence, StringComparison.Ordinal);
        Assert.Equal(0, heard.Available);
    }

    [SqliteFact]
    public async Task Stopped_while_it_still_opens_it_has_not_failed()
    {
        using var heard = Listen();
        using var service = Start("--demo", "--urls", "http://127.0.0.1:0");
        while (await service.StandardOutput.ReadLineAsync() is { } line && !line.Contains("正在准备演示数据", StringComparison.Ordinal))
        {
        }

        var complained = service.StandardError.ReadToEndAsync();
        _ = service.StandardOutput.ReadToEndAsync();
        await StopAsync(service);

        Assert.Equal(0, service.ExitCode);
        Assert.Empty(await complained);
        Assert.Equal("STOPPING=1", await NextAsync(heard));
    }

    private Socket Listen()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.FullName, "notify")));
        return socket;
    }

    /// <summary>As systemd does: the program is its child, and the socket is named in the environment. A shell of that name stands for it.</summary>
    private Process Start(params string[] words)
    {
        var systemd = Path.Combine(_folder.FullName, "systemd");
        File.Copy("/bin/sh", systemd);
        // The first wait ends with the signal, the second with the program.
        const string Script = "dotnet \"$@\" & trap \"kill $!\" TERM; wait $!; code=$?; [ $code -le 128 ] || { wait $!; code=$?; }; exit $code";
        return Process.Start(new ProcessStartInfo(systemd, ["-c", Script, systemd, typeof(OfficeClock).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(typeof(OfficeClock).Assembly.Location)!,
            Environment = { [DataFolder.Setting] = _folder.FullName, ["NOTIFY_SOCKET"] = Path.Combine(_folder.FullName, "notify") },
        })!;
    }

    private static async Task StopAsync(Process service)
    {
        using var kill = Process.Start("kill", [service.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await service.WaitForExitAsync();
    }

    private static async Task<string> NextAsync(Socket heard)
    {
        var bytes = new byte[256];
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return Encoding.UTF8.GetString(bytes, 0, await heard.ReceiveAsync(bytes, patience.Token));
    }

    /// <summary>Writes down when its turn was: as the host's lifetime, which reports to the system, or as a worker.</summary>
    private sealed class Noting(string name, List<string> order) : IHostLifetime, IHostedService
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => NoteAsync();

        public Task StartAsync(CancellationToken cancellationToken) => NoteAsync();

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private Task NoteAsync()
        {
            order.Add(name);
            return Task.CompletedTask;
        }
    }
}
