namespace HealthCode.Web.Backups;

/// <summary>备份做到哪一步.</summary>
public enum BackupStep
{
    Copy = 1,
    Close,
    ReadBack,
    SecondCopy,
}
