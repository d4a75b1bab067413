namespace HealthCode.Web.Data;

/// <summary>Compares the migrations of a database with those of the program. Migration ids begin with their timestamp.</summary>
public static class SchemaVersions
{
    /// <summary>Compares a database with these applied migrations to the program.</summary>
    public static SchemaVersion VersionOf(this IDatabaseEngine engine, IReadOnlyList<string> applied)
    {
        var unknown = applied.Except(engine.KnownMigrations).Order(StringComparer.Ordinal).ToList();
        return unknown.Count == 0 ? (applied.Count == engine.KnownMigrations.Count ? SchemaVersion.Current : SchemaVersion.Pending)
            : string.CompareOrdinal(unknown[^1], engine.KnownMigrations[0]) < 0 ? SchemaVersion.TooOld
            : SchemaVersion.TooNew;
    }
}

/// <summary>Schema version of a database, relative to the program.</summary>
public enum SchemaVersion
{
    /// <summary>Same version.</summary>
    Current,

    /// <summary>Empty, or an earlier version: migrations are pending.</summary>
    Pending,

    /// <summary>A trial version before 0.2.0, which cannot be migrated.</summary>
    TooOld,

    /// <summary>A later version.</summary>
    TooNew,
}
