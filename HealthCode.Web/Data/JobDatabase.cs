using HealthCode.Web.Data.Sqlite;
using HealthCode.Web.Foundation;
using Microsoft.Data.Sqlite;

namespace HealthCode.Web.Data;

/// <summary>jobs.db — storage of the background job library. Expendable: what must not be lost or done twice is in the tables of the office.</summary>
public sealed class JobDatabase(DataFolder folder)
{
    private const string Finished = "StateName IN ('Succeeded', 'Deleted', 'Failed')";

    /// <summary>Whether the file exists.</summary>
    public bool Exists => File.Exists(folder.Jobs);

    /// <summary>Deletes a damaged file, so that the library creates a new one.</summary>
    public void DeleteIfDamaged()
    {
        if (Exists && IsDamaged())
        {
            Delete();
        }
    }

    /// <summary>Deletes the file with all queued jobs.</summary>
    public void Delete()
    {
        foreach (var file in new[] { "", "-wal", "-shm" })
        {
            File.Delete(folder.Jobs + file);
        }
    }

    /// <summary>Deletes locks of a killed process: waiting for one extends it, so it would never expire. Only while no server uses the file.</summary>
    public void ReleaseLocks()
    {
        using var database = SqliteFile.Open(folder.Jobs);
        database.Execute("DELETE FROM DistributedLock");
    }

    /// <summary>Deletes the records of finished jobs.</summary>
    /// <returns>Number of jobs deleted.</returns>
    public int DeleteFinished()
    {
        if (!Exists)
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
}
