namespace HealthCode.Web.Backups;

/// <summary>A backup failed or cannot be restored; the message is shown to the user.</summary>
public sealed class BackupRefusedException(string sentence, Exception? cause = null) : Exception(sentence, cause);
