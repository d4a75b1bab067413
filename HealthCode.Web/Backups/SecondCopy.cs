namespace HealthCode.Web.Backups;

/// <summary>第二份怎么样了.</summary>
public enum SecondCopy
{
    /// <summary>No second place, or nothing to copy.</summary>
    NotWanted,

    /// <summary>The stick is not plugged in.</summary>
    FolderIsAway,

    /// <summary>It had been copied before.</summary>
    IsThere,

    Made,

    Failed,
}
