using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HealthCode.Tests.Support;
using Npgsql;

namespace HealthCode.Tests.Benchmarks;

/// <summary>The ceiling of every save on PostgreSQL: transactions of one 1 kB record by <c>pgbench</c>, one after another, each on the disk before the next begins.</summary>
internal static partial class PostgresCommits
{
    private const string Statement = "INSERT INTO \"BenchRecord\" (\"Content\") VALUES (decode(repeat('00', 1024), 'hex'));";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    /// <summary>Measures in a database; returns the commits of a second.</summary>
    public static async Task<double> RunAsync(TextWriter output, string connectionString)
    {
        // One that was killed leaves it.
        await ExecuteAsync(connectionString, "DROP TABLE IF EXISTS \"BenchRecord\"");
        await ExecuteAsync(connectionString, "CREATE TABLE \"BenchRecord\" (\"Id\" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, \"Content\" bytea NOT NULL)");
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Statement);
            await BenchAsync(connectionString, script, WarmUp);
            var said = await BenchAsync(connectionString, script, Measured);
            var (perSecond, latency) = (Figure(Tps(), said), Figure(Latency(), said));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{perSecond:F0} commits/s, mean {latency:F2} ms (pgbench)"));
            return perSecond;
        }
        finally
        {
            File.Delete(script);
            await ExecuteAsync(connectionString, "DROP TABLE \"BenchRecord\"");
        }
    }

    private static async Task<string> BenchAsync(string connectionString, string script, TimeSpan duration)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(
            PostgresCluster.PathOf("pgbench"),
            ["--no-vacuum", "--protocol=prepared", "--client=1", $"--time={duration.TotalSeconds:F0}", "--file=" + script, "--host=" + database.Host, "--username=" + database.Username, database.Database!])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var complained = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException(await complained);
    }

    private static double Figure(Regex line, string said) => double.Parse(line.Match(said).Groups[1].Value, CultureInfo.InvariantCulture);

    private static async Task ExecuteAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this file.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Tps();

    [GeneratedRegex(@"latency average = ([\d.]+)")]
    private static partial Regex Latency();
}
