using Microsoft.Data.Sqlite;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>SQLite's result codes.</summary>
internal static class SqliteFaults
{
    // SQLITE_IOERR_SHMSIZE: no disk space for the WAL index.
    private const int IoErrorShmSize = 4874;

    /// <summary>The fault, or null if it is not an SQLite error or caused by a bug.</summary>
    public static DatabaseFault? Of(Exception exception) => exception is not SqliteException fault ? null : fault.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => DatabaseFault.Damaged,
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => DatabaseFault.Busy,
        SQLitePCL.raw.SQLITE_READONLY => DatabaseFault.ReadOnly,
        SQLitePCL.raw.SQLITE_IOERR when fault.SqliteExtendedErrorCode == IoErrorShmSize => DatabaseFault.DiskFull,
        SQLitePCL.raw.SQLITE_IOERR => DatabaseFault.DiskError,
        SQLitePCL.raw.SQLITE_FULL => DatabaseFault.DiskFull,
        SQLitePCL.raw.SQLITE_CANTOPEN => DatabaseFault.CannotOpen,
        _ => null,
    };
}
