using System.Globalization;
using System.Text.Json.Nodes;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Mappings;
using HealthCode.Web.Encryption;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HealthCode.Web.Backups;

/// <summary>逐行搬 — copies the rows of a table: ids are moved up by one number, encrypted and protected values are opened with the village's keys and closed with the county's, hashes are made anew.</summary>
internal sealed class RowImport(OfficeDb village, OfficeDb county, IDataProtectionProvider theirs, IDataProtectionProvider ours, long offset)
{
    private readonly Dictionary<(string Table, long Id, string Column), string?> _hashes = [];

    /// <summary>Makes the hashes of all rows, from what they were made of in the village.</summary>
    public async Task HashAsync(IEnumerable<ImportedTable> tables)
    {
        foreach (var table in tables.Where(table => table.Columns.Any(column => column.Property.IsStoredHashed())))
        {
            var id = table.Entity.FindPrimaryKey()!.Properties.Single().PropertyInfo!;
            var hashed = table.Columns.Where(column => column.Property.IsStoredHashed()).ToList();
            await foreach (var row in EntitiesOf(table.Entity))
            {
                foreach (var column in hashed)
                {
                    _hashes[(table.Name, (long)id.GetValue(row)!, column.Name)] =
                        (column.Property.HashOf() is { } text ? text(row) : (string?)column.Property.PropertyInfo!.GetValue(row)) is { } plain ? county.Keys.Hash(plain) : null;
                }
            }
        }
    }

    /// <summary>Copies a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="change">Changes a row before it is written; false leaves it behind.</param>
    /// <returns>Number of rows.</returns>
    public Task<long> CopyAsync(ImportedTable table, Func<ImportedRow, bool>? change) =>
        RowWriter.WriteAsync(county, table.Name, [.. table.Columns.Select(column => column.Name)], RowsOf(table, change), table.OnConflict);

    private async IAsyncEnumerable<object?[]> RowsOf(ImportedTable table, Func<ImportedRow, bool>? change)
    {
        var names = table.Columns.Select(column => column.Name).ToList();
        var conversions = table.Columns.Select(column => ConversionOf(table, column)).ToList();
        var id = table.NumbersItself ? names.IndexOf(table.Key[0]) : -1;
        await using var command = village.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of our own tables and columns.
        command.CommandText = $"SELECT {string.Join(", ", names.Select(name => $"\"{name}\""))} FROM \"{table.Name}\" ORDER BY {string.Join(", ", table.Key.Select(column => $"\"{column}\""))}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var number = id < 0 ? 0 : reader.GetInt64(id);
            var values = new object?[names.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.IsDBNull(i) ? null : conversions[i](reader.GetValue(i), number);
            }

            var row = new ImportedRow(names, values);
            if (change?.Invoke(row) != false)
            {
                yield return row.Values;
            }
        }
    }

    private Func<object, long, object?> ConversionOf(ImportedTable table, ImportedColumn column)
    {
        var place = $"{table.Name}.{column.Name}";
        if (column.Property.IsStoredEncrypted())
        {
            return (value, id) => Reencrypt((byte[])value, place, id);
        }

        if (column.Property.IsStoredHashed())
        {
            return (_, id) => _hashes[(table.Name, id, column.Name)];
        }

        if (column.Property.ProtectedFor() is { } purpose)
        {
            var (open, close) = (theirs.CreateProtector(purpose), ours.CreateProtector(purpose));
            return column.Stored == typeof(string) ? (value, _) => close.Protect(open.Unprotect((string)value)) : (value, _) => close.Protect(open.Unprotect((byte[])value));
        }

        if (column.Property.HoldsIds())
        {
            return (value, _) => Moved(JsonNode.Parse((string)value))?.ToJsonString();
        }

        return column.IsId ? (value, _) => Convert.ToInt64(value, CultureInfo.InvariantCulture) + offset : PlainConversionOf(column.Stored);
    }

    /// <summary>A file keeps days and hours as text, and what is yes or no as a number.</summary>
    private static Func<object, long, object?> PlainConversionOf(Type stored) =>
        stored == typeof(bool) ? (value, _) => Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0
        : stored == typeof(DateOnly) ? (value, _) => DateOnly.Parse((string)value, CultureInfo.InvariantCulture)
        : stored == typeof(TimeOnly) ? (value, _) => TimeOnly.Parse((string)value, CultureInfo.InvariantCulture)
        : (value, _) => value.GetType() == stored ? value : Convert.ChangeType(value, stored, CultureInfo.InvariantCulture);

    private byte[] Reencrypt(byte[] value, string place, long id)
    {
        try
        {
            return county.Keys.Encrypt(village.Keys.Decrypt(value, place), place);
        }
        catch (DecryptionFailedException fault)
        {
            throw new BackupRefusedException(string.Create(CultureInfo.InvariantCulture, $"备份里有一处打不开（{place}，第 {id} 行），没有搬。请换一份早一点的备份；还是不行，请拿着这句话找做系统的人。"), fault);
        }
    }

    private JsonNode? Moved(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(Moved)]),
        JsonObject members => new JsonObject(members.Select(each => KeyValuePair.Create(each.Key, Moved(each.Value)))),
        JsonValue value when value.TryGetValue<long>(out var id) => JsonValue.Create(id + offset),
        _ => node?.DeepClone(),
    };

    private IAsyncEnumerable<object> EntitiesOf(IReadOnlyTypeBase entity) =>
        (IAsyncEnumerable<object>)typeof(RowImport).GetMethod(nameof(Entities), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(entity.ClrType).Invoke(null, [village])!;

    private static IAsyncEnumerable<T> Entities<T>(OfficeDb db)
        where T : class => db.Set<T>().IgnoreQueryFilters().AsNoTracking().AsAsyncEnumerable();
}
