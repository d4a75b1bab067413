using Npgsql;
using NpgsqlTypes;

namespace HealthCode.Tests.Benchmarks;

/// <summary>Binary COPY into PostgreSQL. Foreign keys are not checked: the rows are made with them.</summary>
internal sealed class PostgresBulkWriter(string connectionString) : IBulkWriter
{
    // A superuser of a private cluster; what an office's role could not switch off stays as it is.
    private const string Quick = "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 0";
    private const int AtOnce = 2;

    private readonly NpgsqlConnection _connection = new(connectionString + ";Pooling=False;Command Timeout=0");
    private readonly Dictionary<string, NpgsqlDbType[]> _types = [];
    private List<(string Drop, string Create)> _indexes = [];
    private IReadOnlyList<EntityRows> _tables = [];

    public async Task BeginAsync(IReadOnlyList<EntityRows> tables)
    {
        _tables = tables;
        await _connection.OpenAsync();
        await ExecuteAsync(_connection, Quick);
        _indexes = await IndexesAsync();
        foreach (var index in _indexes)
        {
            await ExecuteAsync(_connection, index.Drop);
        }
    }

    public async Task WriteAsync(EntityRows table, IReadOnlyList<object?[]> rows)
    {
        var types = TypesOf(table);
        await using var copy = await _connection.BeginBinaryImportAsync($"COPY \"{table.Table}\" ({string.Join(", ", table.Columns.Select(column => $"\"{column}\""))}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value)
                {
                    await copy.WriteAsync(value, types[i]);
                }
                else
                {
                    await copy.WriteNullAsync();
                }
            }
        }

        await copy.CompleteAsync();
    }

    public async Task EndAsync()
    {
        await Parallel.ForEachAsync(_indexes, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (index, _) =>
        {
            await using var connection = new NpgsqlConnection(connectionString + ";Pooling=False;Command Timeout=0");
            await connection.OpenAsync(CancellationToken.None);
            await ExecuteAsync(connection, Quick);
            await ExecuteAsync(connection, index.Create);
        });
        foreach (var table in _tables)
        {
            if (table.Columns.Contains("Id"))
            {
                await ExecuteAsync(_connection, $"SELECT setval(pg_get_serial_sequence('\"{table.Table}\"', 'Id'), (SELECT max(\"Id\") FROM \"{table.Table}\"))");
            }

            // As autovacuum has done it in an office that has grown.
            await ExecuteAsync(_connection, $"VACUUM (ANALYZE) \"{table.Table}\"");
        }

        await ExecuteAsync(_connection, "CHECKPOINT");
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>All but the keys that other tables refer to, which grow in order.</summary>
    private async Task<List<(string Drop, string Create)>> IndexesAsync()
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT t.relname, i.relname, pg_get_indexdef(x.indexrelid), pg_get_constraintdef(c.oid)
            FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
            LEFT JOIN pg_constraint c ON c.conindid = x.indexrelid AND c.contype = 'p'
            WHERE t.relname = ANY (@tables) AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.conindid = x.indexrelid AND f.contype = 'f')
            ORDER BY pg_relation_size(t.oid) DESC, c.oid IS NULL
            """,
            _connection);
        command.Parameters.AddWithValue("tables", _tables.Select(table => table.Table).ToArray());
        await using var reader = await command.ExecuteReaderAsync();
        List<(string, string)> found = [];
        while (await reader.ReadAsync())
        {
            var (table, index) = (reader.GetString(0), reader.GetString(1));
            found.Add(reader.IsDBNull(3)
                ? ($"DROP INDEX \"{index}\"", reader.GetString(2))
                : ($"ALTER TABLE \"{table}\" DROP CONSTRAINT \"{index}\"", $"ALTER TABLE \"{table}\" ADD CONSTRAINT \"{index}\" {reader.GetString(3)}"));
        }

        return found;
    }

    private NpgsqlDbType[] TypesOf(EntityRows table)
    {
        if (!_types.TryGetValue(table.Table, out var types))
        {
            using var command = _connection.CreateCommand();
            _types[table.Table] = types = [.. table.Columns.Select((_, i) => ((NpgsqlParameter)table.Parameter(command, i, "p")).NpgsqlDbType)];
        }

        return types;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
