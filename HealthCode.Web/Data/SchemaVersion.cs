namespace HealthCode.Web.Data;

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
