using System.Data.Common;
using System.Globalization;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.KeyRotation;

/// <summary>重新加密 — re-encrypts values of older keys with the newest one, a few rows per transaction so that other saves do not wait. Can be interrupted and restarted at any time.</summary>
public sealed class Reencryption(OfficeDb db, DataKeyStore dataKeys)
{
    private const int Step = 200;

    private readonly List<string> _broken = [];
    private long _rows;

    /// <summary>Startup check that the keys belong to the database; saves newly created keys.</summary>
    /// <exception cref="CannotStartException">The keys are not those the rows are encrypted with.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        var samples = await SamplesAsync(cancellationToken);
        // A single damaged value is not taken for a wrong key file.
        if (samples.Exists(row => row.Count > 0 && row.TrueForAll(dataKeys.Keys.IsStrange)))
        {
            throw new CannotStartException(
                "居民资料是用另一套数据密钥加密的，这里打不开。请从同一天的备份里把数据库和 keys 目录一起恢复。",
                "the database is encrypted with other data keys. Restore database and keys folder from the same backup.");
        }

        if (!dataKeys.IsKept)
        {
            dataKeys.Keep();
        }
    }

    /// <summary>Re-encrypts every row.</summary>
    /// <param name="told">Progress callback.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    public async Task<ReencryptionResult> DoAsync(Action<ReencryptionProgress>? told, CancellationToken cancellationToken)
    {
        var tables = EncryptedColumns.Of(db.Model);
        var (done, all) = (0L, 0L);
        foreach (var table in tables)
        {
            all += await CountAsync(table, cancellationToken);
        }

        foreach (var table in tables)
        {
            object? last = null;
            for (var count = Step; count == Step;)
            {
                (last, count) = await db.InOneTransactionAsync(() => StepAsync(table, last), cancellationToken);
                told?.Invoke(new(done += count, all));
            }
        }

        return new(_rows, _broken);
    }

    /// <summary>Table, row and column of a value that cannot be decrypted.</summary>
    public async Task<string> PlaceOfAsync(DecryptionFailedException fault)
    {
        var (name, column) = (fault.Place.Split('.')[0], fault.Place.Split('.')[1]);
        if (EncryptedColumns.Of(db.Model).FirstOrDefault(known => known.Name == name && known.Columns.Contains(column)) is not { } table)
        {
            return fault.Place;
        }

        await using var command = await CommandAsync($"""SELECT "{table.Key}" FROM "{table.Name}" WHERE "{column}" = @value LIMIT 1""", ("@value", fault.Value.ToArray()));
        return await command.ExecuteScalarAsync() is { } row ? Place(table, row, column) : fault.Place;
    }

    private async Task<(object? Last, int Count)> StepAsync(EncryptedTable table, object? last)
    {
        List<(object Row, object[] Values)> rows = [];
        var after = last is null ? "" : $"""WHERE "{table.Key}" > @last""";
        await using (var command = await CommandAsync(
            $"""SELECT "{table.Key}", {Names(table.Columns)} FROM "{table.Name}" {after} ORDER BY "{table.Key}" LIMIT @step""",
            [("@step", Step), .. last is null ? [] : new (string, object)[] { ("@last", last) }]))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                rows.Add((reader.GetValue(0), [.. table.Columns.Select((_, i) => reader.GetValue(i + 1))]));
            }
        }

        foreach (var (row, values) in rows)
        {
            await EncryptAsync(table, row, values);
        }

        return rows.Count == 0 ? (last, 0) : (rows[^1].Row, rows.Count);
    }

    private async Task EncryptAsync(EncryptedTable table, object row, object[] values)
    {
        Dictionary<string, object> changed = [];
        foreach (var (column, value) in table.Columns.Zip(values))
        {
            if (value is byte[] bytes && !dataKeys.Keys.IsCurrent(bytes) && TryOpen(table, row, column, bytes) is { } text)
            {
                changed.Add(column, dataKeys.Keys.Encrypt(text, $"{table.Name}.{column}"));
            }
        }

        if (changed.Count == 0)
        {
            return;
        }

        await using var command = await CommandAsync(
            $"""UPDATE "{table.Name}" SET {string.Join(", ", changed.Keys.Select(column => $"\"{column}\" = @{column}"))} WHERE "{table.Key}" = @row""",
            [.. changed.Select(each => ("@" + each.Key, each.Value)), ("@row", row)]);
        await command.ExecuteNonQueryAsync();
        _rows++;
    }

    private string? TryOpen(EncryptedTable table, object row, string column, byte[] value)
    {
        try
        {
            return dataKeys.Keys.Decrypt(value, $"{table.Name}.{column}");
        }
        catch (DecryptionFailedException)
        {
            // Reported and left unchanged; the key it may be encrypted with is kept.
            _broken.Add(Place(table, row, column));
            return null;
        }
    }

    /// <summary>The encrypted values of the first and last row of each table.</summary>
    private async Task<List<List<byte[]>>> SamplesAsync(CancellationToken cancellationToken)
    {
        List<List<byte[]>> samples = [];
        foreach (var table in EncryptedColumns.Of(db.Model))
        {
            foreach (var order in (string[])["ASC", "DESC"])
            {
                await using var command = await CommandAsync($"""SELECT {Names(table.Columns)} FROM "{table.Name}" ORDER BY "{table.Key}" {order} LIMIT 1""");
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                if (await reader.ReadAsync(cancellationToken))
                {
                    samples.Add([.. table.Columns.Select((_, i) => reader.GetValue(i)).OfType<byte[]>()]);
                }
            }
        }

        return samples;
    }

    private async Task<long> CountAsync(EncryptedTable table, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync($"""SELECT count(*) FROM "{table.Name}" """);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    private async Task<DbCommand> CommandAsync(string sql, params (string Name, object Value)[] values)
    {
        // Kept open; the scope closes it.
        await db.Database.OpenConnectionAsync();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names of our own tables and columns.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    private static string Place(EncryptedTable table, object row, string column) => string.Create(CultureInfo.InvariantCulture, $"{table.Name} {row} {column}");
}

/// <summary>重新加密的进度.</summary>
/// <param name="Done">Rows processed.</param>
/// <param name="All">Rows in total.</param>
public sealed record ReencryptionProgress(long Done, long All);

/// <summary>重新加密的结果.</summary>
/// <param name="Rows">Rows re-encrypted.</param>
/// <param name="Broken">Rows with a value that cannot be decrypted: table, row and column.</param>
public sealed record ReencryptionResult(long Rows, IReadOnlyList<string> Broken);
