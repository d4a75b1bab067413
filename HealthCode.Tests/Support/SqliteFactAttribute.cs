namespace HealthCode.Tests.Support;

/// <summary>A test of the database file, or of what only a server with a file does.</summary>
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() => Skip = TestDatabase.IsPostgres ? "SQLite only" : null;
}
