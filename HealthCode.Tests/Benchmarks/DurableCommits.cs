using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HealthCode.Tests.Benchmarks;

/// <summary>The ceiling of every save: how many transactions a second the disk itself makes durable.</summary>
internal sealed class DurableCommits : IBenchmark
{
    private const int RecordBytes = 1024;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    public string Name => "durable-commits";

    public string Purpose => "SQLite transactions of one 1 kB record, one after another, each on the disk before the next begins";

    public async Task RunAsync(TextWriter output)
    {
        // Beside the office's database, because another disk would answer another question.
        await RunAsync(output, Environment.GetEnvironmentVariable("HEALTHCODE_DATA") ?? Environment.CurrentDirectory);
    }

    /// <summary>Measures in a folder; returns the commits of a second.</summary>
    public static async Task<double> RunAsync(TextWriter output, string dataFolder)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, $"bench-{Guid.NewGuid():N}"));
        try
        {
            var source = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "commits.db"), Pooling = false };
            using var connection = new SqliteConnection(source.ToString());
            connection.Open();
            return await ReportAsync(Measure(connection), output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<TimeSpan> Measure(SqliteConnection connection)
    {
        Ask(connection, "PRAGMA journal_mode = WAL", "wal");
        Execute(connection, "PRAGMA synchronous = FULL");
        Ask(connection, "PRAGMA synchronous", "2");
        Execute(connection, "CREATE TABLE Record (Id INTEGER PRIMARY KEY, Content BLOB NOT NULL)");

        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Record (Content) VALUES ($content)";
        insert.Parameters.AddWithValue("$content", new byte[RecordBytes]);
        insert.Prepare();

        InsertFor(WarmUp, insert);
        return InsertFor(Measured, insert);
    }

    private static List<TimeSpan> InsertFor(TimeSpan duration, SqliteCommand insert)
    {
        var commits = new List<TimeSpan>();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            var began = Stopwatch.GetTimestamp();
            insert.ExecuteNonQuery();
            commits.Add(Stopwatch.GetElapsedTime(began));
        }

        return commits;
    }

    private static async Task<double> ReportAsync(List<TimeSpan> commits, TextWriter output)
    {
        var perSecond = commits.Count / commits.Sum(commit => commit.TotalSeconds);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{perSecond:F0} commits/s, {Percentiles.Of(commits)}"));
        return perSecond;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Ask(SqliteConnection connection, string sql, string expected)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var answer = Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (answer != expected)
        {
            throw new InvalidOperationException($"{sql} answered {answer}, not {expected}: the figures would not mean durable commits.");
        }
    }
}
