namespace HealthCode.Web.Data;

/// <summary>What can befall a database that is not our fault.</summary>
public enum DatabaseFault
{
    /// <summary>The file is spoilt, or is no database.</summary>
    Damaged,

    /// <summary>Another program holds it.</summary>
    Busy,

    /// <summary>It or its folder cannot be written to.</summary>
    ReadOnly,

    /// <summary>No room on the disk.</summary>
    DiskFull,

    /// <summary>The disk fails.</summary>
    DiskError,

    /// <summary>It is missing, or may not be read.</summary>
    CannotOpen,
}
