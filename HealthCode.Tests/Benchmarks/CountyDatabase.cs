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
    public Task<RealProgram> StartAsync() => RealProgram.StartAsync(Folder, new Dictionary<string, string>
    {
        [DatabaseEngines.Setting] = ConnectionString ?? "", [JobsSetUp.Setting] = "false", [RateLimits.SignInsPerMinute] = "100000",
    });

    public IBulkWriter Writer() => ConnectionString is { } postgres ? new PostgresBulkWriter(postgres) : new SqliteBulkWriter(new DataFolder(Folder).Database);

    /// <summary>What the same disk commits, and how often in a second.</summary>
    public Task<double> CommitsAsync(TextWriter output) => ConnectionString is { } postgres ? PostgresCommits.RunAsync(output, postgres) : DurableCommits.RunAsync(output, Folder);

    /// <summary>Closes what this process has open, so that nobody else is in the database.</summary>
    public void CloseConnections()
    {
        TestDatabase.CloseConnections(Folder);
        NpgsqlConnection.ClearAllPools();
    }
}
