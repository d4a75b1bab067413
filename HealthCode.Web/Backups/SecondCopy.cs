namespace HealthCode.Web.Backups;

/// <summary>第二份怎么样了.</summary>
public enum SecondCopy
{
    /// <summary>No second folder is set, or there is nothing to copy.</summary>
    NotWanted,

    /// <summary>The stick is not plugged in.</summary>
    FolderIsAway,

    /// <summary>Already copied.</summary>
    IsThere,

    Made,

    Failed,
}
