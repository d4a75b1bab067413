using HealthCode.Web.Data.Sqlite;
using HealthCode.Web.Foundation;
using Microsoft.Data.Sqlite;

namespace HealthCode.Web.Data;

/// <summary>jobs.db — the store of the background jobs, reached here beside its own library. It is expendable: what must not be lost or done twice is in the office's own tables.</summary>
public sealed class JobDatabase(DataFolder folder)
{
    private const string Finished = "StateName IN ('Succeeded', 'Deleted', 'Failed')";

    /// <summary>Whether there is one yet.</summary>
    public bool Exists => File.Exists(folder.Jobs);

    /// <summary>Deletes a damaged file, so that the library lays out a new one.</summary>
    public void DeleteIfDamaged()
    {
        if (Exists && IsDamaged())
        {
            Delete();
        }
    }

    /// <summary>Deletes the file with everything that waits in it.</summary>
    public void Delete()
    {
        foreach (var file in new[] { "", "-wal", "-shm" })
        {
            File.Delete(folder.Jobs + file);
        }
    }

    /// <summary>Deletes locks of a program that was killed: whoever waits for one extends it, so it would never expire. Only while no server runs on the file.</summary>
    public void ReleaseLocks()
    {
        using var database = SqliteFile.Open(folder.Jobs);
        database.Execute("DELETE FROM DistributedLock");
    }

    /// <summary>Deletes the record of all jobs that have ended.</summary>
    /// <returns>How many jobs that were.</returns>
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
