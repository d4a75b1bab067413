namespace HealthCode.Web.Data;

/// <summary>一份备份.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="At">The moment it shows.</param>
/// <param name="Bytes">Its size.</param>
public sealed record BackupOnDisk(string Name, DateTimeOffset At, long Bytes);
