using System.Diagnostics;
using HealthCode.Web;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HealthCode.Tests.Support;

/// <summary>A county on PostgreSQL that has been set up and has an office of its own, into which tests bring villages.</summary>
public sealed class ImportCounty : IAsyncLifetime
{
    private readonly List<string> _folders = [];
    private PostgresCluster _cluster = null!;
    private string _laid = "";

    public Task InitializeAsync()
    {
        _cluster = PostgresCluster.Create();
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _cluster.Dispose();
        _folders.Where(Directory.Exists).ToList().ForEach(folder => Directory.Delete(folder, recursive: true));
        return Task.CompletedTask;
    }

    /// <summary>A county in a database of its own.</summary>
    /// <param name="at">Its time; that of the villages if null.</param>
    public async Task<OfficeServer> BeginAsync(DateTimeOffset? at = null)
    {
        if (_laid.Length == 0)
        {
            // Schema and divisions take seconds: laid out once.
            var first = Server(NewFolder(), at);
            await first.InDbAsync(db => Task.CompletedTask);
            await first.DisposeAsync();
            _laid = NameOf(first.Folder);
        }

        var folder = NewFolder(_laid);
        var county = Server(folder, at);
        await county.AddOfficeAsync(await county.FirstVillageAsync(5));
        await county.AddUserAsync("xian", (await county.FirstVillageAsync(5)).Value, Roles.SystemAdministrator);
        return county;
    }

    /// <summary>The connection string of a county's database.</summary>
    public string ConnectionString(OfficeServer county) => _cluster.ConnectionString(NameOf(county.Folder)) + ";Maximum Pool Size=20";

    /// <summary>An engine over a new, empty database.</summary>
    public IDatabaseEngine EmptyDatabase(string folder)
    {
        Directory.CreateDirectory(folder);
        _folders.Add(folder);
        _cluster.Execute($"""CREATE DATABASE "{NameOf(folder)}" """);
        return DatabaseEngines.For(new(folder), _cluster.ConnectionString(NameOf(folder)));
    }

    /// <summary>Brings a backup in, within this process.</summary>
    public static async Task<ImportResult> ImportAsync(OfficeServer county, string backup, Action<string>? told = null)
    {
        await using var village = await VillageBackup.OpenAsync(backup, BackupCase.RestorePassphrase, county.Services.GetRequiredService<DataFolder>().Temporary, FeaturesSetUp.AddOffice);
        await using var scope = county.Services.CreateScopeFor(new SystemUser("import"));
        return await scope.ServiceProvider.GetRequiredService<CountyImport>().ImportAsync(village, told ?? (_ => { }));
    }

    /// <summary>Begins <c>import</c> as a program of its own over a county.</summary>
    public Process Begin(OfficeServer county, string backup)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(OfficeClock).Assembly.Location, "import", "--from", backup, "--data", county.Folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(typeof(OfficeClock).Assembly.Location)!,
            Environment = { [DatabaseEngines.Setting] = ConnectionString(county) },
        };
        var program = Process.Start(start)!;
        program.StandardInput.WriteLine(BackupCase.RestorePassphrase);
        program.StandardInput.Close();
        return program;
    }

    private OfficeServer Server(string folder, DateTimeOffset? at) => OfficeServer.Beside(folder, _cluster.ConnectionString(NameOf(folder)) + ";Maximum Pool Size=20", at ?? new DateTimeOffset(2020, 3, 5, 9, 0, 0, TimeSpan.FromHours(8)));

    private string NewFolder(string? template = null)
    {
        var folder = Directory.CreateTempSubdirectory("healthcode-import-").FullName;
        _folders.Add(folder);
        if (template is not null)
        {
            _cluster.Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template}'");
        }

        _cluster.Execute($"""CREATE DATABASE "{NameOf(folder)}" {(template is null ? "" : $"TEMPLATE \"{template}\"")}""");
        return folder;
    }

    private static string NameOf(string folder) => Path.GetFileName(folder);
}
