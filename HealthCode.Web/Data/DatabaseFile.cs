using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HealthCode.Web.Data;

/// <summary>数据库文件 — the file itself, looked at without the model: it may be of another version, or damaged.</summary>
public static class DatabaseFile
{
    private const int WaitSeconds = 5;

    /// <summary>Copies it as it stands at this moment, while people work. The copy is one file.</summary>
    public static void Copy(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
        Do(copy, "PRAGMA synchronous=OFF");
        source.BackupDatabase(copy);
        Do(copy, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>What is wrong in it, thoroughly; empty when nothing is.</summary>
    public static IReadOnlyList<string> Faults(string file)
    {
        using var database = Open(file, SqliteOpenMode.ReadWrite);
        return [.. Texts(database, "PRAGMA integrity_check(5)").Where(line => line != "ok"), .. Texts(database, "PRAGMA foreign_key_check").Select(table => "foreign key: " + table)];
    }

    /// <summary>Whether every page of it can be read; takes a second where <see cref="Faults"/> takes ten.</summary>
    public static bool IsSound(string file)
    {
        using var database = Open(file, SqliteOpenMode.ReadWrite);
        return Texts(database, "PRAGMA quick_check(1)") is ["ok"];
    }

    /// <summary>Refuses as a write would, and writes nothing.</summary>
    public static void RequireWritable(string file)
    {
        using var database = Open(file, SqliteOpenMode.ReadWrite);
        Do(database, "BEGIN IMMEDIATE; ROLLBACK");
    }

    /// <summary>The migrations it has been through, oldest first; the file is not touched.</summary>
    public static IReadOnlyList<string> Migrations(string file)
    {
        using var database = Open(file, SqliteOpenMode.ReadOnly);
        return Has(database, "__EFMigrationsHistory") ? Texts(database, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId") : [];
    }

    /// <summary>Table → how many rows.</summary>
    public static IReadOnlyDictionary<string, long> Rows(string file)
    {
        using var database = Open(file, SqliteOpenMode.ReadWrite);
        // Tables of the search index count themselves in their own tables.
        var tables = Texts(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE 'CREATE VIRTUAL%'");
        return tables.ToDictionary(table => table, table => long.Parse(Texts(database, $"SELECT COUNT(*) FROM \"{table}\"")[0], CultureInfo.InvariantCulture));
    }

    /// <summary>The full names of the offices in it.</summary>
    public static IReadOnlyList<string> Offices(string file)
    {
        using var database = Open(file, SqliteOpenMode.ReadWrite);
        return Has(database, "Offices") ? Texts(database, "SELECT OfficialName FROM Offices ORDER BY Code") : [];
    }

    /// <summary>备份锁, or null: of a version before there were backups, or nobody has set a passphrase.</summary>
    public static byte[]? BackupLock(string file)
    {
        using var database = Open(file, SqliteOpenMode.ReadWrite);
        if (!Has(database, "BackupPlans"))
        {
            return null;
        }

        using var command = database.CreateCommand();
        command.CommandText = "SELECT Lock FROM BackupPlans";
        return command.ExecuteScalar() as byte[];
    }

    /// <summary>What lies in these columns of the first and of the last row of a table, as it lies there; of a version that has no such table, nothing.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, byte[]>> Samples(string file, string table, IReadOnlyList<string> columns)
    {
        using var database = Open(file, SqliteOpenMode.ReadWrite);
        var there = columns.Intersect(Texts(database, $"SELECT name FROM pragma_table_info('{table}')")).ToList();
        List<IReadOnlyDictionary<string, byte[]>> samples = [];
        foreach (var order in there.Count == 0 ? [] : (string[])["ASC", "DESC"])
        {
            using var command = database.CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", there.Select(column => $"\"{column}\""))} FROM \"{table}\" ORDER BY rowid {order} LIMIT 1";
            using var reader = command.ExecuteReader();
            if (reader.Read())
            {
                samples.Add(there.Select((column, i) => (column, Value: reader.GetValue(i) as byte[])).Where(each => each.Value is not null).ToDictionary(each => each.column, each => each.Value!));
            }
        }

        return samples;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        if (Directory.Exists(file))
        {
            // SQLITE_CANTOPEN: read-only, the engine would open the folder and call it a failing disk.
            throw new SqliteException("a folder lies in its place", 14);
        }

        var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = WaitSeconds }.ToString());
        database.Open();
        return database;
    }

    private static bool Has(SqliteConnection database, string table) => Texts(database, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name = '{table}'").Count > 0;

    private static void Do(SqliteConnection database, string statement)
    {
        using var command = database.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static List<string> Texts(SqliteConnection database, string query)
    {
        using var command = database.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
        {
            texts.Add(reader.GetValue(0).ToString() ?? "");
        }

        return texts;
    }
}
