using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HealthCode.Web.Data;

/// <summary>数据库引擎 — everything specific to one engine. The rest of the program uses LINQ, or SQL that PostgreSQL accepts as well: quoted names, <c>@</c> parameters, no bare column beside an aggregate.</summary>
public interface IDatabaseEngine
{
    /// <summary>Name and version, for the start log.</summary>
    string Description { get; }

    /// <summary>The migrations of this version of the program, oldest first.</summary>
    IReadOnlyList<string> KnownMigrations { get; }

    /// <summary>Sets provider, connection and interceptors of a context.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Migrates the schema to this version. During start no other process uses the database.</summary>
    Task MigrateAsync(OfficeDb db);

    /// <summary>Installs triggers that reject changes to audit records. Repeated at every start, because they can be dropped.</summary>
    Task ProtectAuditRecordsAsync(OfficeDb db);

    /// <summary>Begins a write transaction; waits for its turn.</summary>
    Task<IWriteTransaction> BeginWriteAsync(DatabaseFacade database, CancellationToken cancellationToken);

    /// <summary>Removes remains of deleted rows from free pages and logs.</summary>
    Task CompactAsync(DatabaseFacade database, CancellationToken cancellationToken);

    /// <summary>Copies the database file consistently while in use. The copy is one file.</summary>
    void Copy(string from, string to);

    /// <summary>Full integrity check; empty if there are no errors.</summary>
    IReadOnlyList<string> FaultsIn(string file);

    /// <summary>Whether every page of a file can be read; takes a second where <see cref="FaultsIn"/> takes ten.</summary>
    bool IsSound(string file);

    /// <summary>Throws like a real write would; writes nothing.</summary>
    void RequireWritable(string file);

    /// <summary>The migrations applied to a file, oldest first; the file is not changed.</summary>
    IReadOnlyList<string> MigrationsIn(string file);

    /// <summary>Table → row count of a file.</summary>
    IReadOnlyDictionary<string, long> RowsIn(string file);

    /// <summary>The values of one column of a table in a file, ordered by another column.</summary>
    IReadOnlyList<object> ValuesIn(string file, string table, string column, string orderedBy);

    /// <summary>The stored values of these columns in the first and last row of a table in a file, without nulls.</summary>
    IReadOnlyList<IReadOnlyDictionary<string, byte[]>> SamplesIn(string file, string table, IReadOnlyList<string> columns);
}
