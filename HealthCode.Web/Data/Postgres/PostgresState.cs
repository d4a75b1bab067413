using System.Globalization;
using HealthCode.Web.Encryption;
using Npgsql;
using NpgsqlTypes;

namespace HealthCode.Web.Data.Postgres;

/// <summary>Two tables in a schema of their own, which is neither logged nor copied to standby servers and backups. Values are encrypted like the columns of the office.</summary>
/// <param name="connectionString">The office's database.</param>
/// <param name="dataKeys">The keys.</param>
public sealed class PostgresState(string connectionString, DataKeyStore dataKeys) : ISharedState
{
    /// <summary>Creates the tables, if they are not there.</summary>
    public const string Tables =
        """
        CREATE SCHEMA IF NOT EXISTS shared;
        CREATE UNLOGGED TABLE IF NOT EXISTS shared.entries (key text COLLATE "C" PRIMARY KEY, value bytea NOT NULL, until timestamptz NOT NULL);
        CREATE UNLOGGED TABLE IF NOT EXISTS shared.counts (key text COLLATE "C" PRIMARY KEY, number int NOT NULL, until timestamptz NOT NULL);
        DELETE FROM shared.entries WHERE until < now();
        DELETE FROM shared.counts WHERE until < now();
        """;

    private const string Place = "shared.entries";

    private readonly string _connectionString = PostgresSettings.OfState(connectionString);

    public T? Find<T>(string key)
        where T : class => Ask("SELECT value FROM shared.entries WHERE key = @key AND until > now()", key) is byte[] value ? TryOpen<T>(value) : null;

    public void Set<T>(string key, T value, TimeSpan life)
        where T : class => Ask(
            """
            INSERT INTO shared.entries (key, value, until) VALUES (@key, @value, now() + @life)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until
            """,
            key, life, value: Closed(value));

    public T Claim<T>(string key, T value, TimeSpan life)
        where T : class
    {
        var claimed = TryOpen<T>((byte[])Ask(
            """
            INSERT INTO shared.entries AS entry (key, value, until) VALUES (@key, @value, now() + @life)
            ON CONFLICT (key) DO UPDATE SET value = CASE WHEN entry.until > now() THEN entry.value ELSE excluded.value END, until = excluded.until RETURNING value
            """,
            key, life, value: Closed(value))!);
        if (claimed is null)
        {
            Set(key, value, life);
        }

        return claimed ?? value;
    }

    public void Remove(string key) => Ask("DELETE FROM shared.entries WHERE key = @key", key);

    public async Task<int> CountAsync(string key, TimeSpan window, int add = 1)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = CommandOf(
            connection,
            """
            INSERT INTO shared.counts AS counted (key, number, until) VALUES (@key, @add, now() + @life)
            ON CONFLICT (key) DO UPDATE SET
                number = CASE WHEN counted.until > now() THEN counted.number + @add ELSE @add END,
                until = CASE WHEN counted.until > now() THEN counted.until ELSE excluded.until END
            RETURNING number
            """,
            key, window, add);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Null if its key has been destroyed since.</summary>
    private T? TryOpen<T>(byte[] value)
        where T : class
    {
        try
        {
            return ContentJson.Read<T>(dataKeys.Keys.Decrypt(value, Place));
        }
        catch (DecryptionFailedException)
        {
            return null;
        }
    }

    private byte[] Closed<T>(T value) => dataKeys.Keys.Encrypt(ContentJson.Write(value), Place);

    private object? Ask(string sql, string key, TimeSpan? life = null, byte[]? value = null)
    {
        using var connection = new NpgsqlConnection(_connectionString);
        connection.Open();
        using var command = CommandOf(connection, sql, key, life, value: value);
        return command.ExecuteScalar();
    }

    private static NpgsqlCommand CommandOf(NpgsqlConnection connection, string sql, string key, TimeSpan? life = null, int? add = null, byte[]? value = null)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("key", key);
        if (life is { } lasting)
        {
            command.Parameters.AddWithValue("life", NpgsqlDbType.Interval, lasting);
        }

        if (add is { } more)
        {
            command.Parameters.AddWithValue("add", more);
        }

        if (value is not null)
        {
            command.Parameters.AddWithValue("value", value);
        }

        return command;
    }
}
