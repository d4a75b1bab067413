namespace HealthCode.Web.Data;

/// <summary>Compares the migrations of a database with those of the program. Their ids begin with the moment they were made.</summary>
public static class SchemaVersions
{
    /// <summary>How a database stands that has been through these migrations.</summary>
    public static SchemaVersion VersionOf(this IDatabaseEngine engine, IReadOnlyList<string> applied)
    {
        var unknown = applied.Except(engine.KnownMigrations).Order(StringComparer.Ordinal).ToList();
        return unknown.Count == 0 ? (applied.Count == engine.KnownMigrations.Count ? SchemaVersion.Current : SchemaVersion.Pending)
            : string.CompareOrdinal(unknown[^1], engine.KnownMigrations[0]) < 0 ? SchemaVersion.TooOld
            : SchemaVersion.TooNew;
    }
}

/// <summary>How the schema of a database stands to this version of the program.</summary>
public enum SchemaVersion
{
    /// <summary>Of this version.</summary>
    Current,

    /// <summary>Empty, or of an earlier version: migrations are pending.</summary>
    Pending,

    /// <summary>Of a trial version before 0.2.0, from which no migration leads here.</summary>
    TooOld,

    /// <summary>Of a later version.</summary>
    TooNew,
}
