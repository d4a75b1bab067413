using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HealthCode.Web.Data;

/// <summary>数据库引擎 — everything specific to one engine. The rest of the program uses LINQ, or SQL that both engines accept: quoted names, <c>@</c> parameters, no bare column
/// beside an aggregate.</summary>
public interface IDatabaseEngine
{
    /// <summary>Its name, as the namespace of its migrations ends.</summary>
    string Name { get; }

    /// <summary>Name and version, for the start log.</summary>
    string Description { get; }

    /// <summary>Where the database is, for error messages; without a password.</summary>
    string Location { get; }

    /// <summary>Copies of deleted rows that the engine cannot reach, in words for who has to destroy them by hand; null if there are none.</summary>
    string? CopiesElsewhere { get; }

    /// <summary>The migrations of this version of the program, oldest first.</summary>
    IReadOnlyList<string> KnownMigrations { get; }

    /// <summary>Whether there is a database: false before the first start.</summary>
    bool Exists { get; }

    /// <summary>Sets provider, connection and interceptors of a context.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Sets how values are stored, where the engines differ; last, after the mappings.</summary>
    void Configure(IMutableModel model);

    /// <summary>Waits until no other server of this database does the same; others wait until the result is disposed. Null if there can be no other server.</summary>
    Task<IAsyncDisposable?> EnterAloneAsync(SharedWork work, CancellationToken cancellationToken);

    /// <summary>Migrates the schema to this version. Nobody else changes the database meanwhile.</summary>
    Task MigrateAsync(OfficeDb db);

    /// <summary>Installs triggers that reject changes to audit records. Repeated at every start, because they can be dropped.</summary>
    Task ProtectAuditRecordsAsync(OfficeDb db);

    /// <summary>Ids given by the database go on after the highest one in each of these tables. Inside a transaction in which rows were written with ids of their own.</summary>
    Task ContinueIdsAsync(OfficeDb db, IReadOnlyList<string> tables);

    /// <summary>Begins a write transaction; waits for its turn.</summary>
    /// <param name="database">The context's.</param>
    /// <param name="office">Code of the only office of which it writes: an engine that can lets others write at the same time. Null if nobody else may.</param>
    /// <param name="cancellationToken">Cancelled when the client disconnects.</param>
    Task<IWriteTransaction> BeginWriteAsync(DatabaseFacade database, string? office, CancellationToken cancellationToken);

    /// <summary>Removes remains of deleted rows from free pages and logs, as far as the engine can.</summary>
    Task CompactAsync(DatabaseFacade database, CancellationToken cancellationToken);

    /// <summary>Whether the database answers now. Where connections are kept, those that have been cut off are dropped.</summary>
    Task<bool> AnswersAsync(CancellationToken cancellationToken);

    /// <summary>Where a copy of the database is that may be read in place of it, for messages; null if there is none.</summary>
    string? ReplicaLocation { get; }

    /// <summary>How old at most what the copy shows is; null if there is none, or none that answers and is near enough.</summary>
    Task<TimeSpan?> ReplicaLagAsync(CancellationToken cancellationToken);

    /// <summary>Lets a context read from the copy.</summary>
    void UseReplica(DatabaseFacade database);

    /// <summary>Whether the database can be read, and written to; takes a second where a full check takes ten. Writes nothing.</summary>
    /// <returns>False if it is damaged.</returns>
    /// <exception cref="System.Data.Common.DbException">It cannot be opened, read or written.</exception>
    bool IsSound();

    /// <summary>Opens the database itself.</summary>
    IStoredDatabase Open();

    /// <summary>Opens a copy made with <see cref="Copy"/>.</summary>
    /// <exception cref="System.Data.Common.DbException">It is damaged.</exception>
    IStoredDatabase OpenCopy(string file);

    /// <summary>Name of a copy in a backup.</summary>
    string CopyName { get; }

    /// <summary>Copies the database consistently while in use, into one file.</summary>
    DatabaseCopy Copy(string file);

    /// <summary>Makes a copy the database. There must be none yet, see <see cref="Exists"/>; the file may be moved.</summary>
    void Restore(string file);
}
