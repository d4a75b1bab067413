using Hangfire;
using Hangfire.Storage.SQLite;
using HealthCode.Web.Foundation;
using Microsoft.Data.Sqlite;
using SQLite;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>jobs.db — separate from the office's database, so that its locks do not delay users.</summary>
public sealed class SqliteJobStore(DataFolder folder) : IJobStore
{
    private const string Finished = "StateName IN ('Succeeded', 'Deleted', 'Failed')";

    // Longer than any job runs: a job in state Processing for longer is fetched a second time.
    private static readonly TimeSpan InvisibilityTimeout = TimeSpan.FromDays(1);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    public JobStorage Open(bool runsByItself)
    {
        if (!runsByItself || (File.Exists(folder.Jobs) && IsDamaged()))
        {
            Delete();
        }

        return new SQLiteStorage(
            new SQLiteDbConnectionFactory(Connect),
            new() { JournalMode = SQLiteStorageOptions.JournalModes.WAL, QueuePollInterval = PollInterval, InvisibilityTimeout = InvisibilityTimeout });
    }

    /// <summary>No other process uses the file, so every job still in state Processing belonged to a process that was killed.</summary>
    public IReadOnlyList<string> Abandoned(JobStorage storage)
    {
        if (!File.Exists(folder.Jobs))
        {
            return [];
        }

        // Waiting for the lock of a killed process extends it, so it would never expire.
        using var database = SqliteFile.Open(folder.Jobs);
        database.Execute("DELETE FROM DistributedLock");
        return [.. storage.GetMonitoringApi().ProcessingJobs(0, int.MaxValue).Select(job => job.Key)];
    }

    public int DeleteFinished()
    {
        if (!File.Exists(folder.Jobs))
        {
            return 0;
        }

        using var database = SqliteFile.Open(folder.Jobs);
        database.Execute($"BEGIN IMMEDIATE; DELETE FROM State WHERE JobId IN (SELECT Id FROM Job WHERE {Finished}); DELETE FROM JobParameter WHERE JobId IN (SELECT Id FROM Job WHERE {Finished})");
        var count = database.Execute($"DELETE FROM Job WHERE {Finished}");
        database.Execute("COMMIT");
        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return count;
    }

    /// <summary>Deletes the file with all queued jobs; the library creates a new one.</summary>
    private void Delete()
    {
        foreach (var file in new[] { "", "-wal", "-shm" })
        {
            File.Delete(folder.Jobs + file);
        }
    }

    private bool IsDamaged()
    {
        try
        {
            return !SqliteFile.IsSound(folder.Jobs);
        }
        catch (SqliteException fault) when (DataFaults.IsDamage(fault))
        {
            return true;
        }
    }

    private SQLiteConnection Connect()
    {
        // FullMutex: the library extends a lock from a timer on the connection its holder is using, and finalizers release statements.
        var connection = new SQLiteConnection(folder.Jobs, SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create | SQLiteOpenFlags.FullMutex, storeDateTimeAsTicks: true) { BusyTimeout = TimeSpan.FromSeconds(10) };
        // A power cut may lose the last jobs but cannot corrupt the file; lost jobs are queued again from the office's database.
        connection.ExecuteScalar<string>("PRAGMA synchronous = NORMAL");
        return connection;
    }
}
