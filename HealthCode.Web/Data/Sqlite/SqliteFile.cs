using Microsoft.Data.Sqlite;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>A database file, read without the model: it may be of another version, or damaged.</summary>
internal sealed class SqliteFile : IDisposable
{
    private SqliteFile(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public static SqliteFile Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        if (Directory.Exists(path))
        {
            // For a folder, SQLite in read-only mode reports an I/O error.
            throw new SqliteException("a folder lies in its place", SQLitePCL.raw.SQLITE_CANTOPEN);
        }

        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = SqliteEngine.WaitSeconds }.ToString());
        connection.Open();
        return new(connection);
    }

    /// <summary>Whether every page can be read.</summary>
    public static bool IsSound(string path)
    {
        using var database = Open(path);
        return database.Texts("PRAGMA quick_check(1)") is ["ok"];
    }

    public bool HasTable(string table) => Texts($"SELECT name FROM sqlite_master WHERE type = 'table' AND name = '{table}'").Count > 0;

    /// <returns>Number of changed rows.</returns>
    public int Execute(string statement)
    {
        using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // Only statements of this folder, with names of our own tables.
        command.CommandText = statement;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of every row, as text.</summary>
    public IReadOnlyList<string> Texts(string query) => [.. Rows(query).Select(row => row[0].ToString() ?? "")];

    /// <summary>Every row.</summary>
    public IReadOnlyList<object[]> Rows(string query)
    {
        using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // Only statements of this folder, with names of our own tables.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public void Dispose() => Connection.Dispose();
}
