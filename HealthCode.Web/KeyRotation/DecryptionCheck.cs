using System.Text.Json;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;

namespace HealthCode.Web.KeyRotation;

/// <summary>抽查加密 — whether a copied database can be decrypted with the keys copied with it: first and last row of every table.</summary>
public static class DecryptionCheck
{
    /// <summary>False if all values of a sampled row have an unknown key, or no sampled value of a table decrypts; a single damaged value does not prevent backups.</summary>
    /// <param name="engine">Engine of the database.</param>
    /// <param name="database">The copy.</param>
    /// <param name="keyFile">The data keys copied with it.</param>
    public static bool Opens(IDatabaseEngine engine, IStoredDatabase database, string keyFile)
    {
        var keys = KeysIn(keyFile);
        using var db = OfficeDb.ForModel(engine);
        return EncryptedColumns.Of(db.Model).All(table => Opens(table.Name, database.Samples(table.Name, table.Columns), keys));
    }

    private static bool Opens(string table, IReadOnlyList<IReadOnlyDictionary<string, byte[]>> rows, DataKeys keys)
    {
        var closed = rows.SelectMany(row => row).Where(each => DataKeys.IsEncrypted(each.Value)).ToList();
        return rows.All(row => row.Count == 0 || !row.Values.All(keys.IsStrange))
            && (closed.Count == 0 || closed.Exists(each => Opens(keys, each.Value, $"{table}.{each.Key}")));
    }

    private static bool Opens(DataKeys keys, byte[] value, string place)
    {
        try
        {
            keys.Decrypt(value, place);
            return true;
        }
        catch (DecryptionFailedException)
        {
            return false;
        }
    }

    private static DataKeys KeysIn(string file)
    {
        try
        {
            return File.Exists(file) && JsonSerializer.Deserialize<DataKeySet>(File.ReadAllBytes(file)) is { } set ? DataKeys.Alone(set) : DataKeys.Unkept;
        }
        catch (JsonException)
        {
            return DataKeys.Unkept;
        }
    }
}
