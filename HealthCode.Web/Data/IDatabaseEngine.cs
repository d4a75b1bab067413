using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HealthCode.Web.Data;

/// <summary>数据库引擎 — what every engine does in its own way. Everything else in the program is LINQ, or SQL that PostgreSQL takes as well: quoted names, <c>@</c> parameters, no bare column beside an aggregate.</summary>
public interface IDatabaseEngine
{
    /// <summary>Name and version, as the start log says them.</summary>
    string Description { get; }

    /// <summary>The migrations of this version of the program, oldest first.</summary>
    IReadOnlyList<string> KnownMigrations { get; }

    /// <summary>Sets provider, connection and interceptors of a context.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Brings the schema to this version. This program is the only one on the database while it starts.</summary>
    Task MigrateAsync(OfficeDb db);

    /// <summary>Has the database itself refuse to change or delete audit records. Put back at every start: whoever drops it is not the last word.</summary>
    Task ProtectAuditRecordsAsync(OfficeDb db);

    /// <summary>Begins a transaction that writes, when it is this caller's turn.</summary>
    Task<IWriteTransaction> BeginWriteAsync(DatabaseFacade database, CancellationToken cancellationToken);

    /// <summary>Leaves nothing of deleted rows in spare pages or logs.</summary>
    Task CompactAsync(DatabaseFacade database, CancellationToken cancellationToken);

    /// <summary>Copies the database of a file as it is at this moment, while people work. The copy is one file.</summary>
    void Copy(string from, string to);

    /// <summary>What is wrong in a file, thoroughly; empty when nothing is.</summary>
    IReadOnlyList<string> FaultsIn(string file);

    /// <summary>Whether every page of a file can be read; takes a second where <see cref="FaultsIn"/> takes ten.</summary>
    bool IsSound(string file);

    /// <summary>Fails as a write to the file would, and writes nothing.</summary>
    void RequireWritable(string file);

    /// <summary>The migrations a file has been through, oldest first; it is not touched.</summary>
    IReadOnlyList<string> MigrationsIn(string file);

    /// <summary>Table → rows in a file.</summary>
    IReadOnlyDictionary<string, long> RowsIn(string file);

    /// <summary>The values of one column of a table in a file, ordered by another.</summary>
    IReadOnlyList<object> ValuesIn(string file, string table, string column, string orderedBy);

    /// <summary>The values of these columns in the first and the last row of a table in a file, as they are stored; columns without one are left out.</summary>
    IReadOnlyList<IReadOnlyDictionary<string, byte[]>> SamplesIn(string file, string table, IReadOnlyList<string> columns);
}
