namespace HealthCode.Tests.Support;

/// <inheritdoc cref="SqliteFactAttribute"/>
public sealed class SqliteTheoryAttribute : TheoryAttribute
{
    public SqliteTheoryAttribute() => Skip = TestDatabase.IsPostgres ? "SQLite only" : null;
}
