namespace HealthCode.Web.Data;

/// <summary>Database faults with a cause outside the program.</summary>
public enum DatabaseFault
{
    /// <summary>The file is damaged, or not a database.</summary>
    Damaged,

    /// <summary>Locked by another program.</summary>
    Busy,

    /// <summary>It or its folder cannot be written to.</summary>
    ReadOnly,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>I/O error.</summary>
    DiskError,

    /// <summary>It is missing, or may not be read.</summary>
    CannotOpen,

    /// <summary>Its server cannot be reached, is starting or being shut down.</summary>
    Unreachable,
}
