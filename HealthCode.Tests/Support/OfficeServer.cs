using System.Net;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Data.Sqlite;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.Jobs;
using HealthCode.Web.Offices;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>The whole server over a database file of its own, at 2020-03-05 09:00 Beijing time.</summary>
public sealed class OfficeServer : WebApplicationFactory<Program>
{
    public const string Password = "Ceshi-2020!";
    public const string Pin = "730518";
    private const int MostTries = 20;
    private static readonly Lazy<string> Laid = new(LayOut);
    private static SharedMvcCaches? _mvcCaches;

    private readonly string _folder;
    private bool _onPort;
    private bool _folderPassedOn;

    public OfficeServer()
        : this(Laid.Value)
    {
    }

    private OfficeServer(string? laidOut, bool ownKeys = false)
    {
        _folder = Directory.CreateTempSubdirectory("healthcode-test-").FullName;
        if (laidOut is not null)
        {
            // Migrating and laying out 3,199 units once is enough for all tests.
            File.Copy(Path.Combine(laidOut, "healthcode.db"), Path.Combine(_folder, "healthcode.db"));
            if (!ownKeys)
            {
                // With its data keys come the model that closes with them and its compiled queries.
                Directory.CreateDirectory(Path.Combine(_folder, "keys"));
                File.Copy(KeyFile(laidOut), KeyFile(_folder));
            }
        }
    }

    private OfficeServer(DirectoryInfo existing) => _folder = existing.FullName;

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2020, 3, 5, 9, 0, 0, TimeSpan.FromHours(8)));

    public string Folder => _folder;

    /// <summary>The PC that requests come from; the server's own when null.</summary>
    public IPAddress? From { get; set; }

    /// <summary>Whether jobs run by themselves, as in an office; in a test nothing happens that it did not ask for.</summary>
    public bool RunsByItself { get; init; }

    /// <summary>Whether passwords cost as much to check as in an office (100 ms of a core); otherwise a test would spend most of its time on them.</summary>
    public bool FullHashing { get; init; }

    /// <summary>Migrations of another assembly, as if this were a later version of the program.</summary>
    public System.Reflection.Assembly? Migrations { get; init; }

    /// <summary>Settings that this server has and an office may have.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>A server over a data folder that lies there, at the usual time or another; the folder goes with it.</summary>
    public static OfficeServer Over(string folder, DateTimeOffset? at = null, System.Reflection.Assembly? migrations = null)
    {
        var server = new OfficeServer(new DirectoryInfo(folder)) { Migrations = migrations };
        server.Clock.SetTo(at ?? server.Clock.GetUtcNow());
        return server;
    }

    /// <summary>A server before set-up, on a port of its own, for a real browser.</summary>
    public static OfficeServer OnPort()
    {
        var server = new OfficeServer { _onPort = true };
        // Not UseKestrel(0): that one sets the address between building and starting, and a busy machine is sometimes quicker than it.
        server.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server.StartServer();
        return server;
    }

    /// <summary>A server where set-up is done: one office, and nobody in it yet.</summary>
    /// <param name="at">Its village; the first of the list when null.</param>
    /// <param name="onPort">Answers on a port of its own, for a real browser.</param>
    /// <param name="pack">Whose notices it works by; Ningxia's when null.</param>
    /// <param name="ownKeys">Has data keys of its own, made at its own time: for who changes or destroys them.</param>
    public static async Task<OfficeServer> WithOfficeAsync(DivisionCode? at = null, bool onPort = false, RulePack? pack = null, bool ownKeys = false)
    {
        var server = onPort ? OnPort() : new OfficeServer(Laid.Value, ownKeys);
        await server.AddOfficeAsync(at ?? await server.FirstVillageAsync(), pack);
        return server;
    }

    /// <summary>Stops this server and starts another over the same data folder, at the same time of day or at another.</summary>
    public async Task<OfficeServer> RestartAsync(DateTimeOffset? at = null, bool? runsByItself = null)
    {
        _folderPassedOn = true;
        await DisposeAsync();
        var server = new OfficeServer(new DirectoryInfo(_folder)) { RunsByItself = runsByItself ?? RunsByItself, Settings = Settings };
        server.Clock.SetTo(at ?? server.Clock.GetUtcNow());
        return server;
    }

    /// <summary>Works on the database as the program itself, or as somebody with a narrower reach.</summary>
    public async Task<T> InDbAsync<T>(Func<OfficeDb, Task<T>> work, CurrentUser? currentUser = null)
    {
        await using var scope = Services.CreateScopeFor(currentUser ?? new SystemUser("test"));
        return await work(scope.ServiceProvider.GetRequiredService<OfficeDb>());
    }

    public Task InDbAsync(Func<OfficeDb, Task> work) => InDbAsync(async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>The n-th village of Ningxia's list, all in different townships.</summary>
    public async Task<DivisionCode> FirstVillageAsync(int skip = 0) => DivisionCode.Parse(await InDbAsync(db => db.Divisions
        .Where(division => division.Level == 5 && division.Code.EndsWith("001")).OrderBy(division => division.Code)
        .Select(division => division.Code).Skip(skip).FirstAsync()));

    public Task<Office> AddOfficeAsync(DivisionCode code, RulePack? pack = null) => InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var path = await new DivisionList(db).PathAsync(code);
        var office = Office.Establish(code, [.. path.Select(unit => unit.Name)], code.ProposedKind, pack ?? Ningxia.Pack);
        office.Present(office.OfficialName, office.Kind, "0951-1234567", "0951-12345");
        db.Offices.Add(office);
        return office;
    }));

    /// <summary>Adds a user of an office (12 digits) or a township (9).</summary>
    public async Task<OfficeUser> AddUserAsync(string userName, string scope, params string[] roles)
    {
        await using var scoped = Services.CreateScopeFor(new SystemUser("test"));
        var db = scoped.ServiceProvider.GetRequiredService<OfficeDb>();
        var accounts = scoped.ServiceProvider.GetRequiredService<StaffAccounts>();
        return await db.InOneTransactionAsync(() => accounts.OpenAsync(
            new() { UserName = userName, StaffName = "测试" + userName, OfficeScope = scope }, Password, roles));
    }

    /// <summary>A browser at some PC, nobody signed in.</summary>
    public OfficeBrowser Browser() => new(_onPort
        ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) }) { BaseAddress = ClientOptions.BaseAddress }
        : CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A browser where this user has signed in.</summary>
    public async Task<OfficeBrowser> SignedInAsync(string userName, string password = Password)
    {
        var browser = Browser();
        await browser.OpenAsync("/Account/Login");
        await browser.SendAsync(("登录名", userName), ("密码", password));
        return browser;
    }

    /// <summary>Adds the user and signs him in.</summary>
    public async Task<OfficeBrowser> AtDeskAsync(string userName, string scope, params string[] roles)
    {
        await AddUserAsync(userName, scope, roles);
        return await SignedInAsync(userName);
    }

    /// <summary>Adds a checkpoint of an office.</summary>
    public Task<Checkpoint> AddCheckpointAsync(string office, string name = "村口卡点", CheckMode mode = CheckMode.Venue) => InDbAsync(db => db.InOneTransactionAsync(async () =>
        db.Checkpoints.Add(Checkpoint.Open(await db.Offices.SingleAsync(each => each.Code == office), name, CheckpointKind.Road, "兴庆区", "样例街道", "村东头路口", mode)).Entity));

    /// <summary>Adds a guard of the only office and signs him in.</summary>
    /// <param name="userName">His name.</param>
    /// <param name="mode">Of a new checkpoint.</param>
    /// <param name="at">A checkpoint there is, instead of a new one.</param>
    public async Task<OfficeBrowser> AtGateAsync(string userName, CheckMode mode = CheckMode.Venue, long? at = null)
    {
        var office = await InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var checkpoint = at ?? (await AddCheckpointAsync(office, mode: mode)).Id;
        await using var scoped = Services.CreateScopeFor(new SystemUser("test"));
        var accounts = scoped.ServiceProvider.GetRequiredService<StaffAccounts>();
        await scoped.ServiceProvider.GetRequiredService<OfficeDb>().InOneTransactionAsync(() => accounts.OpenAsync(
            new() { UserName = userName, StaffName = "测试" + userName, OfficeScope = office, CheckpointId = checkpoint }, Pin, [Roles.Guard]));
        return await SignedInAsync(userName, Pin);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting(DataFolder.Setting, _folder);
        builder.UseSetting(JobsSetUp.Setting, RunsByItself ? "true" : "false");
        // No addresses of its own: it is reached in memory, or at the port that OnPort opens.
        builder.UseSetting("urls", "");
        // All browsers of a test sit at one PC and are quicker than any hand.
        builder.UseSetting(RateLimits.SignInsPerMinute, "100000");
        builder.UseSetting(RateLimits.ChecksPerSecond, "100000");
        foreach (var (setting, value) in Settings)
        {
            builder.UseSetting(setting, value);
        }

        builder.ConfigureServices((context, _) => UnwatchedFiles.Serve(context));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter>(new RemoteIpFilter(() => From));
            _mvcCaches?.AddTo(services);

            if (Migrations is not null)
            {
                services.AddSingleton<IDatabaseEngine>(new SqliteEngine(new(_folder), migrations: Migrations));
            }

            WorkersOnDemand.Silence(services);
            if (!RunsByItself)
            {
                WorkersOnDemand.Use(services);
            }

            if (!FullHashing)
            {
                services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);
            }
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            // Also where the folder is passed on: a connection left in the pool would hold a file that others delete.
            using var pool = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "healthcode.db")}");
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(pool);
            for (var tries = 0; !_folderPassedOn && Directory.Exists(_folder); tries++)
            {
                try
                {
                    Directory.Delete(_folder, true);
                }
                catch (IOException) when (tries < MostTries)
                {
                    // Seen once: a file was made in it between the look into the folder and its removal, probably the head of the audit chain.
                    Thread.Sleep(50);
                }
            }
        }
    }

    private static string KeyFile(string folder) => Path.Combine(folder, "keys", DataKeyStore.FileName);

    private static string LayOut()
    {
        var server = new OfficeServer(laidOut: null);
        // Its data keys are of today: a program that is started over a copy does not find them a year old.
        server.Clock.SetTo(DateTimeOffset.UtcNow);
        _mvcCaches = new(server.Services);
        var copy = Directory.CreateTempSubdirectory("healthcode-laid-").FullName;
        using (var from = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(server._folder, "healthcode.db")}"))
        using (var to = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(copy, "healthcode.db")};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        Directory.CreateDirectory(Path.Combine(copy, "keys"));
        File.Copy(KeyFile(server._folder), KeyFile(copy));
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Directory.Delete(copy, true);
            server.Dispose();
        };
        return copy;
    }
}
