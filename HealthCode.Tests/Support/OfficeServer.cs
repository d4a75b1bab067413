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
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>The complete server with a database file of its own, at 2020-03-05 09:00 Beijing time.</summary>
public sealed class OfficeServer : WebApplicationFactory<Program>
{
    public const string Password = "Ceshi-2020!";
    public const string Pin = "730518";
    private const int MostTries = 20;
    private static readonly Lazy<string> Laid = new(LayOut);

    /// <summary>Compiled queries of all servers. EF Core's own cache holds a thousand, and the tests ask several thousand: each was compiled again and again.</summary>
    private static readonly MemoryCache Queries = new(new MemoryCacheOptions { SizeLimit = 200_000 });

    private static SharedMvcCaches? _mvcCaches;

    private readonly string _folder;
    private bool _onPort;
    private bool _folderPassedOn;
    private Action<IServiceCollection>? _services;

    public OfficeServer()
        : this(Laid.Value)
    {
    }

    private OfficeServer(string? laidOut, bool ownKeys = false)
    {
        _folder = Directory.CreateTempSubdirectory("healthcode-test-").FullName;
        if (laidOut is not null)
        {
            // A copy of a migrated database with 3,199 divisions, because creating one for each test would be slow.
            if (TestDatabase.IsPostgres)
            {
                TestDatabase.Copy(laidOut, _folder);
            }
            else
            {
                File.Copy(Path.Combine(laidOut, "healthcode.db"), Path.Combine(_folder, "healthcode.db"));
            }

            if (!ownKeys)
            {
                // With the same data keys, the EF Core model and its compiled queries are reused.
                Directory.CreateDirectory(Path.Combine(_folder, "keys"));
                File.Copy(KeyFile(laidOut), KeyFile(_folder));
            }
        }
        else
        {
            TestDatabase.Create(_folder);
        }
    }

    private OfficeServer(DirectoryInfo existing) => _folder = existing.FullName;

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2020, 3, 5, 9, 0, 0, TimeSpan.FromHours(8)));

    public string Folder => _folder;

    /// <summary>The server's time.</summary>
    public DateTimeOffset Now => BeijingTime.At(Clock.GetUtcNow());

    /// <summary>The server's day.</summary>
    public DateOnly Today => BeijingTime.DayOf(Now);

    /// <summary>The IP address that requests come from; null for the server's own PC.</summary>
    public IPAddress? From { get; set; }

    /// <summary>Whether scheduled jobs and workers run by themselves as in an office; off by default, so that nothing happens unasked.</summary>
    public bool RunsByItself { get; init; }

    /// <summary>Whether passwords are hashed as slowly as in an office (100 ms of CPU time); otherwise with one iteration, to save time.</summary>
    public bool FullHashing { get; init; }

    /// <summary>Assembly with other migrations, as if this were a later version of the program.</summary>
    public System.Reflection.Assembly? Migrations { get; init; }

    /// <summary>Additional settings.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>A server over an existing data folder, at the usual time or another; deletes the folder when disposed.</summary>
    public static OfficeServer Over(string folder, DateTimeOffset? at = null, System.Reflection.Assembly? migrations = null, Dictionary<string, string>? settings = null)
    {
        var server = new OfficeServer(new DirectoryInfo(folder)) { Migrations = migrations, Settings = settings ?? [] };
        server.Clock.SetTo(at ?? server.Clock.GetUtcNow());
        return server;
    }

    /// <summary>A server over a data folder, which stays when it is disposed, and a database that may lie elsewhere.</summary>
    /// <param name="folder">The data folder; may be empty.</param>
    /// <param name="database">The value of HEALTHCODE_DATABASE; null for SQLite.</param>
    /// <param name="at">The server's time.</param>
    /// <param name="services">Registers services that replace the program's.</param>
    public static OfficeServer Beside(string folder, string? database, DateTimeOffset at, Action<IServiceCollection>? services = null)
    {
        var server = new OfficeServer(new DirectoryInfo(folder)) { _folderPassedOn = true, _services = services, Settings = { [DatabaseEngines.Setting] = database ?? "" } };
        server.Clock.SetTo(at);
        return server;
    }

    /// <summary>A server before set-up on a TCP port of its own, for a real browser.</summary>
    public static OfficeServer OnPort() => OnPort(new OfficeServer { _onPort = true });

    /// <summary>The demo with all its offices, users and residents, at a moment, on a TCP port of its own.</summary>
    public static OfficeServer OfDemo(DateTimeOffset at)
    {
        var server = new OfficeServer { _onPort = true, Settings = { ["demo"] = "true" } };
        server.Clock.SetTo(at);
        return OnPort(server);
    }

    private static OfficeServer OnPort(OfficeServer server)
    {
        // Not UseKestrel(0): it sets the address between building and starting, which fails now and then on a busy machine.
        server.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server.StartServer();
        return server;
    }

    /// <summary>A server after set-up, with one office and no users.</summary>
    /// <param name="at">The office's village; the first in the list if null.</param>
    /// <param name="onPort">Listens on a TCP port of its own, for a real browser.</param>
    /// <param name="pack">The office's rules; Ningxia's if null.</param>
    /// <param name="ownKeys">Has data keys of its own, created at the server's time: for tests that change or destroy them.</param>
    public static async Task<OfficeServer> WithOfficeAsync(DivisionCode? at = null, bool onPort = false, RulePack? pack = null, bool ownKeys = false)
    {
        var server = onPort ? OnPort() : new OfficeServer(Laid.Value, ownKeys);
        await server.AddOfficeAsync(at ?? await server.FirstVillageAsync(), pack);
        return server;
    }

    /// <summary>Stops this server and starts another one over the same data folder, at the same time or another.</summary>
    public async Task<OfficeServer> RestartAsync(DateTimeOffset? at = null, bool? runsByItself = null)
    {
        _folderPassedOn = true;
        await DisposeAsync();
        var server = new OfficeServer(new DirectoryInfo(_folder)) { RunsByItself = runsByItself ?? RunsByItself, Settings = Settings };
        server.Clock.SetTo(at ?? server.Clock.GetUtcNow());
        return server;
    }

    /// <summary>Runs work on the database as the system user, or as a user with a narrower scope.</summary>
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

    /// <summary>The n-th village of Ningxia's list, counting only the first village of each township.</summary>
    public async Task<DivisionCode> FirstVillageAsync(int skip = 0) => DivisionCode.Parse(await InDbAsync(db => db.Divisions
        .Where(division => division.Level == 5 && division.Code.EndsWith("001")).OrderBy(division => division.Code)
        .Select(division => division.Code).Skip(skip).FirstAsync()));

    public Task<Office> AddOfficeAsync(DivisionCode code, RulePack? pack = null) => InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var path = await new DivisionList(db).PathAsync(code);
        var office = Office.Establish(code, [.. path.Select(unit => unit.Name)], code.ProposedKind, pack ?? Ningxia.Pack);
        office.SetNameAndPhones(office.OfficialName, office.Kind, "0951-1234567", "0951-12345");
        db.Offices.Add(office);
        return office;
    }));

    /// <summary>Adds a user with the scope of an office (12 digits) or a township (9 digits).</summary>
    public async Task<OfficeUser> AddUserAsync(string userName, string scope, params string[] roles)
    {
        await using var scoped = Services.CreateScopeFor(new SystemUser("test"));
        var db = scoped.ServiceProvider.GetRequiredService<OfficeDb>();
        var accounts = scoped.ServiceProvider.GetRequiredService<StaffAccounts>();
        return await db.InOneTransactionAsync(() => accounts.OpenAsync(
            new() { UserName = userName, StaffName = "测试" + userName, OfficeScope = scope }, Password, roles));
    }

    /// <summary>A browser without a session.</summary>
    public OfficeBrowser Browser() => new(_onPort
        ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) }) { BaseAddress = ClientOptions.BaseAddress }
        : CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A browser in which this user has signed in.</summary>
    public async Task<OfficeBrowser> SignedInAsync(string userName, string password = Password)
    {
        var browser = Browser();
        await browser.OpenAsync("/Account/Login");
        await browser.SendAsync(("登录名", userName), ("密码", password));
        return browser;
    }

    /// <summary>Adds a user and signs him in.</summary>
    public async Task<OfficeBrowser> SignedInUserAsync(string userName, string scope, params string[] roles)
    {
        await AddUserAsync(userName, scope, roles);
        return await SignedInAsync(userName);
    }

    /// <summary>Adds a checkpoint to an office.</summary>
    public Task<Checkpoint> AddCheckpointAsync(string office, string name = "村口卡点", CheckMode mode = CheckMode.Venue) => InDbAsync(db => db.InOneTransactionAsync(async () =>
        db.Checkpoints.Add(Checkpoint.Open(await db.Offices.SingleAsync(each => each.Code == office), name, CheckpointKind.Road, "兴庆区", "样例街道", "村东头路口", mode)).Entity));

    /// <summary>Adds a guard to the only office and signs him in.</summary>
    /// <param name="userName">The guard's user name.</param>
    /// <param name="mode">Mode of the new checkpoint.</param>
    /// <param name="at">An existing checkpoint to use instead of a new one.</param>
    public async Task<OfficeBrowser> SignedInGuardAsync(string userName, CheckMode mode = CheckMode.Venue, long? at = null)
    {
        await AddGuardAsync(userName, await InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync()), mode, at);
        return await SignedInAsync(userName, Pin);
    }

    /// <summary>Adds a guard to an office.</summary>
    /// <param name="userName">The guard's user name.</param>
    /// <param name="office">Code of the office.</param>
    /// <param name="mode">Mode of the new checkpoint.</param>
    /// <param name="at">An existing checkpoint to use instead of a new one.</param>
    public async Task AddGuardAsync(string userName, string office, CheckMode mode = CheckMode.Venue, long? at = null)
    {
        var checkpoint = at ?? (await AddCheckpointAsync(office, mode: mode)).Id;
        await using var scoped = Services.CreateScopeFor(new SystemUser("test"));
        var accounts = scoped.ServiceProvider.GetRequiredService<StaffAccounts>();
        await scoped.ServiceProvider.GetRequiredService<OfficeDb>().InOneTransactionAsync(() => accounts.OpenAsync(
            new() { UserName = userName, StaffName = "测试" + userName, OfficeScope = office, CheckpointId = checkpoint }, Pin, [Roles.Guard]));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting(DataFolder.Setting, _folder);
        builder.UseSetting(DatabaseEngines.Setting, TestDatabase.ConnectionString(_folder));
        builder.UseSetting(JobsSetUp.Setting, RunsByItself ? "true" : "false");
        // No URLs: requests are made in memory, or to the port that OnPort opens.
        builder.UseSetting("urls", "");
        // All browsers of a test share one IP address and are faster than people.
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
            services.ConfigureDbContext<OfficeDb>(options => options.UseMemoryCache(Queries));

            if (Migrations is not null)
            {
                services.AddSingleton<IDatabaseEngine>(new SqliteEngine(new(_folder), migrations: Migrations));
            }

            WorkersOnDemand.Silence(services);
            if (!RunsByItself)
            {
                WorkersOnDemand.Use(services);
            }

            _services?.Invoke(services);
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
            // Also if another server takes over the folder.
            TestDatabase.CloseConnections(_folder);
            if (!_folderPassedOn)
            {
                TestDatabase.Drop(_folder);
            }

            for (var tries = 0; !_folderPassedOn && Directory.Exists(_folder); tries++)
            {
                try
                {
                    Directory.Delete(_folder, true);
                }
                catch (IOException) when (tries < MostTries)
                {
                    // Happened once: a file was created during the deletion, probably the head of the audit chain.
                    Thread.Sleep(50);
                }
            }
        }
    }

    private static string KeyFile(string folder) => Path.Combine(folder, "keys", DataKeyStore.FileName);

    private static string LayOut()
    {
        var server = new OfficeServer(laidOut: null);
        // Data keys dated today, so that a program started in another process over a copy does not find them expired.
        server.Clock.SetTo(DateTimeOffset.UtcNow);
        _mvcCaches = new(server.Services);
        var copy = Directory.CreateTempSubdirectory("healthcode-laid-").FullName;
        TestDatabase.Copy(server._folder, copy);
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
