using System.Runtime.InteropServices;
using Hangfire.Storage.SQLite;
using HealthCode.Web.Data.Sqlite;
using HealthCode.Web.Foundation;
using SQLitePCL;

namespace HealthCode.Tests.Data.Sqlite;

/// <summary>jobs.db: what the library does with it on threads of its own.</summary>
public sealed class SqliteJobStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("healthcode-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The library extends a lock from a timer, on the connection its holder is using: unguarded, that corrupts the memory of the process.</summary>
    [Fact]
    public void A_connection_to_the_jobs_lets_one_thread_in_at_a_time()
    {
        using var storage = (SQLiteStorage)new SqliteJobStore(new DataFolder(_folder)).Open(runsByItself: true);
        using var context = storage.CreateAndOpenConnection();

        Assert.NotEqual(0, MutexOf(context.Database.Handle));
    }

    /// <summary>Zero if the connection relies on its caller to keep threads apart.</summary>
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_db_mutex", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern nint MutexOf(sqlite3 connection);
}
