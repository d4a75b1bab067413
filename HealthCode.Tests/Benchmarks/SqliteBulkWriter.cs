using System.Data;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace HealthCode.Tests.Benchmarks;

/// <summary>Prepared INSERTs of many rows into the database file of an office, without its journal; a key that is not in order is sorted by SQLite before it goes into its tree.</summary>
internal sealed class SqliteBulkWriter(string file) : IBulkWriter
{
    private const int RowsOfStatement = 25;

    private readonly SqliteConnection _connection = new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 0 }.ToString());
    private readonly Dictionary<(string Table, int Rows), SqliteCommand> _inserts = [];
    private readonly HashSet<string> _staged = [];
    private readonly string _staging = file + ".staging";
    private List<(string Name, string Create)> _indexes = [];

    public async Task BeginAsync(IReadOnlyList<EntityRows> tables)
    {
        await _connection.OpenAsync();
        Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA temp_store = FILE; PRAGMA foreign_keys = OFF; PRAGMA threads = 1");
        Execute($"ATTACH '{_staging}' AS staging; PRAGMA staging.journal_mode = OFF; PRAGMA staging.synchronous = OFF");
        _indexes = Indexes([.. tables.Select(table => table.Table)]);
        foreach (var index in _indexes)
        {
            Execute($"DROP INDEX \"{index.Name}\"");
        }

        foreach (var table in tables.Where(HasKeyOfItsOwn))
        {
            Execute($"CREATE TABLE staging.\"{table.Table}\" AS SELECT * FROM main.\"{table.Table}\" WHERE 0");
            _staged.Add(table.Table);
        }
    }

    public Task WriteAsync(EntityRows table, IReadOnlyList<object?[]> rows)
    {
        using var transaction = _connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        for (var done = 0; done < rows.Count;)
        {
            var count = Math.Min(RowsOfStatement, rows.Count - done);
            var insert = InsertOf(table, count == RowsOfStatement ? count : 1);
            insert.Transaction = transaction;
            var most = insert.Parameters.Count;
            for (var i = 0; i < most; i++)
            {
                insert.Parameters[i].Value = rows[done + (i / table.Columns.Count)][i % table.Columns.Count] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
            done += most / table.Columns.Count;
        }

        transaction.Commit();
        return Task.CompletedTask;
    }

    public async Task EndAsync()
    {
        foreach (var table in _staged)
        {
            var key = string.Join(", ", Texts($"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk"));
            var columns = string.Join(", ", Texts($"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}') ORDER BY cid"));
            Execute($"INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM staging.\"{table}\" ORDER BY {key}");
        }

        foreach (var index in _indexes)
        {
            Execute(index.Create);
        }

        foreach (var insert in _inserts.Values)
        {
            await insert.DisposeAsync();
        }

        Execute("DETACH staging; PRAGMA journal_mode = WAL");
        // On the disk, as it is in an office; what is measured next must not wait for it.
        using var sync = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(sync);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        File.Delete(_staging);
    }

    /// <summary>Whether its rows are found by something else than their number.</summary>
    private static bool HasKeyOfItsOwn(EntityRows table) => !table.Columns.Contains("Id");

    private SqliteCommand InsertOf(EntityRows table, int rows)
    {
        if (_inserts.TryGetValue((table.Table, rows), out var insert))
        {
            return insert;
        }

        insert = _connection.CreateCommand();
        var sql = new StringBuilder($"INSERT INTO {(_staged.Contains(table.Table) ? "staging" : "main")}.\"{table.Table}\" ({string.Join(", ", table.Columns.Select(column => $"\"{column}\""))}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            var names = table.Columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{row}_{i}")).ToList();
            sql.Append(CultureInfo.InvariantCulture, $"{(row == 0 ? "" : ", ")}({string.Join(", ", names)})");
            foreach (var (i, name) in names.Index())
            {
                insert.Parameters.Add((SqliteParameter)table.Parameter(insert, i, name));
            }
        }

#pragma warning disable CA2100 // Names of our own tables.
        insert.CommandText = sql.ToString();
#pragma warning restore CA2100
        return _inserts[(table.Table, rows)] = insert;
    }

    private List<(string Name, string Create)> Indexes(IReadOnlyList<string> tables)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT tbl_name, name, sql FROM main.sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY tbl_name, name";
        using var reader = command.ExecuteReader();
        List<(string, string)> found = [];
        while (reader.Read())
        {
            if (tables.Contains(reader.GetString(0)))
            {
                found.Add((reader.GetString(1), reader.GetString(2)));
            }
        }

        return found;
    }

    private List<string> Texts(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<string> found = [];
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
