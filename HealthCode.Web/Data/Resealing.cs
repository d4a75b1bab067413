using System.Data.Common;
using System.Globalization;
using System.Text;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Data;

/// <summary>重新加密 — closes with the newest key whatever lies in clear or under an older one, a few rows at a time, so that no desk waits. It may be cut short at any moment and is then begun again: what is done stays done.</summary>
public sealed class Resealing(OfficeDb db, DataKeyBox box)
{
    private const int Step = 200;
    private const string Declarations = "Declarations";

    private readonly List<string> _broken = [];
    private long _rows;
    private bool _fromClear;

    /// <summary>At start: the keys must be those of the database, and nothing of before there were keys may lie in clear.</summary>
    /// <exception cref="CannotStartException">The keys are not those the rows are closed with.</exception>
    public async Task OpenAsync(CancellationToken stopping = default)
    {
        var samples = await SamplesAsync(stopping);
        // One that was changed makes no row of strangers.
        if (samples.Exists(row => row.Count > 0 && row.TrueForAll(box.Keys.IsStrange)))
        {
            throw new CannotStartException(
                "居民资料是用另一套数据密钥加密的，这里打不开。请从同一天的备份里把数据库和 keys 目录一起恢复。",
                "the database is encrypted with other data keys. Restore database and keys folder from the same backup.");
        }

        if (box is { IsKept: true, Keys.Set.Swept: true } && samples.TrueForAll(row => row.TrueForAll(DataKeys.IsClosed)))
        {
            return;
        }

        if (samples.Count > 0)
        {
            box.Keep(swept: false);
            await DoAsync(null, stopping);
            // What lay in clear is left in no spare page and no log of the file.
            await db.Database.ExecuteSqlRawAsync("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);", stopping);
        }

        box.Keep(swept: true);
    }

    /// <summary>Goes through every row.</summary>
    /// <param name="told">Hears how far it is.</param>
    /// <param name="stopping">Stops between two steps.</param>
    public async Task<Resealed> DoAsync(Action<ResealProgress>? told, CancellationToken stopping)
    {
        var tables = SealedColumns.Of(db.Model);
        var (done, all) = (0L, 0L);
        foreach (var table in tables)
        {
            all += await CountAsync(table, stopping);
        }

        foreach (var table in tables)
        {
            for (var (last, count) = (0L, Step); count == Step;)
            {
                (last, count) = await db.InOneTransaction(() => StepAsync(table, last), stopping);
                told?.Invoke(new(done += count, all));
            }
        }

        return new(_rows, _fromClear, _broken);
    }

    /// <summary>Where a value stands that does not open: table, row, column.</summary>
    public async Task<string> PlaceOfAsync(SealBrokenException fault)
    {
        var (table, column) = (fault.Place.Split('.')[0], fault.Place.Split('.')[1]);
        if (SealedColumns.Of(db.Model).All(known => known.Name != table || !known.Closed.Contains(column)))
        {
            return fault.Place;
        }

        await using var command = await CommandAsync($"SELECT rowid FROM \"{table}\" WHERE \"{column}\" = $value LIMIT 1", ("$value", fault.Value.ToArray()));
        return await command.ExecuteScalarAsync() is long row ? Place(table, row, column) : fault.Place;
    }

    private async Task<(long Last, int Count)> StepAsync(SealedTable table, long last)
    {
        List<(long Row, object[] Values)> rows = [];
        await using (var command = await CommandAsync($"SELECT rowid, {Names(table.Columns)} FROM \"{table.Name}\" WHERE rowid > $last ORDER BY rowid LIMIT $step", ("$last", last), ("$step", Step)))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                rows.Add((reader.GetInt64(0), [.. table.Columns.Select((_, i) => ValueAt(reader, i + 1))]));
            }
        }

        foreach (var (row, values) in rows)
        {
            await CloseAsync(table, row, values);
        }

        return rows.Count == 0 ? (last, 0) : (rows[^1].Row, rows.Count);
    }

    private async Task CloseAsync(SealedTable table, long row, object[] values)
    {
        Dictionary<string, object> changed = [];
        var wasClear = false;
        for (var i = 0; i < values.Length; i++)
        {
            var column = table.Columns[i];
            if (values[i] is not byte[] value)
            {
                continue;
            }

            if (i >= table.Closed.Count)
            {
                var text = Encoding.UTF8.GetString(value);
                if (box.Keys.LookUp(text) is var mark && mark != text)
                {
                    changed.Add(column, mark);
                }
            }
            else if (!box.Keys.IsCurrent(value) && TryOpen(table.Name, row, column, value) is { } open)
            {
                wasClear |= !DataKeys.IsClosed(value);
                changed.Add(column, box.Keys.Close(open, $"{table.Name}.{column}"));
            }
        }

        if (changed.Count == 0)
        {
            return;
        }

        await using var command = await CommandAsync(
            $"UPDATE \"{table.Name}\" SET {string.Join(", ", changed.Keys.Select(column => $"\"{column}\" = ${column}"))} WHERE rowid = $row",
            [.. changed.Select(each => ("$" + each.Key, each.Value)), ("$row", row)]);
        await command.ExecuteNonQueryAsync();
        (_rows, _fromClear) = (_rows + 1, _fromClear || wasClear);
        if (wasClear && table.Name == Declarations)
        {
            await db.IndexAnew(row);
        }
    }

    private string? TryOpen(string table, long row, string column, byte[] value)
    {
        try
        {
            return box.Keys.Open(value, $"{table}.{column}");
        }
        catch (SealBrokenException)
        {
            // It is named and stays as it is, and with it the key it may have been closed with.
            _broken.Add(Place(table, row, column));
            return null;
        }
    }

    /// <summary>What should lie closed in the first and the last row of each table.</summary>
    private async Task<List<List<byte[]>>> SamplesAsync(CancellationToken stopping)
    {
        List<List<byte[]>> samples = [];
        foreach (var table in SealedColumns.Of(db.Model))
        {
            foreach (var order in (string[])["ASC", "DESC"])
            {
                await using var command = await CommandAsync($"SELECT {Names(table.Closed)} FROM \"{table.Name}\" ORDER BY rowid {order} LIMIT 1");
                await using var reader = await command.ExecuteReaderAsync(stopping);
                if (await reader.ReadAsync(stopping))
                {
                    samples.Add([.. table.Closed.Select((_, i) => ValueAt(reader, i)).OfType<byte[]>()]);
                }
            }
        }

        return samples;
    }

    private async Task<long> CountAsync(SealedTable table, CancellationToken stopping)
    {
        await using var command = await CommandAsync($"SELECT count(*) FROM \"{table.Name}\"");
        return Convert.ToInt64(await command.ExecuteScalarAsync(stopping), CultureInfo.InvariantCulture);
    }

    private async Task<DbCommand> CommandAsync(string sql, params (string Name, object Value)[] values)
    {
        // Opened once and left open: it is closed with the scope.
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

    private static object ValueAt(DbDataReader reader, int column) => reader.IsDBNull(column) ? DBNull.Value : reader.GetFieldValue<byte[]>(column);

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    private static string Place(string table, long row, string column) => string.Create(CultureInfo.InvariantCulture, $"{table} {row} {column}");
}
