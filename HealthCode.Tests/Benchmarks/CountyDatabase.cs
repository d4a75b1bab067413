using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Jobs;
using HealthCode.Web.Security;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HealthCode.Tests.Benchmarks;

/// <summary>A data folder and its database, on one of the engines.</summary>
/// <param name="Engine">As the figures call it.</param>
/// <param name="Folder">The data folder.</param>
/// <param name="ConnectionString">Null for SQLite.</param>
internal sealed record CountyDatabase(string Engine, string Folder, string? ConnectionString)
{
    /// <summary>Says that the database is filled, and how.</summary>
    public string Marker => Path.Combine(Folder, "filled.json");

    /// <summary>A server in this process, where no job runs by itself.</summary>
    public OfficeServer Beside(DateTimeOffset at, Action<IServiceCollection>? services = null) => OfficeServer.Beside(Folder, ConnectionString, at, services);

    /// <summary>The program in a process of its own. The night's jobs do not fall into what is measured.</summary>
    public Task<RealProgram> StartAsync() => RealProgram.StartAsync(Folder, new Dictionary<string, string>(ConnectionString is null ? [] : RuntimeOfCounty())
    {
        [DatabaseEngines.Setting] = ConnectionString ?? "", [JobsSetUp.Setting] = "false", [RateLimits.SignInsPerMinute] = "100000",
    });

    public IBulkWriter Writer() => ConnectionString is { } postgres ? new PostgresBulkWriter(postgres) : new SqliteBulkWriter(new DataFolder(Folder).Database);

    /// <summary>What the same disk commits, and how often in a second.</summary>
    public Task<double> CommitsAsync(TextWriter output) => ConnectionString is { } postgres ? PostgresCommits.RunAsync(output, postgres) : DurableCommits.RunAsync(output, Folder);

    /// <summary>How the servers of a county are told to run, from the example that goes with the program.</summary>
    private static IEnumerable<KeyValuePair<string, string>> RuntimeOfCounty() =>
        from line in File.ReadLines(Path.Combine(SourceTree.Folder("scripts", "published", "linux-x64", "county"), "healthcode.env"))
        where line.StartsWith("DOTNET_", StringComparison.Ordinal)
        let parts = line.Split('=')
        select KeyValuePair.Create(parts[0], parts[1]);

    /// <summary>Closes what this process has open, so that nobody else is in the database.</summary>
    public void CloseConnections()
    {
        TestDatabase.CloseConnections(Folder);
        NpgsqlConnection.ClearAllPools();
    }
}
