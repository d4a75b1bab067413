namespace HealthCode.Web.Backups;

/// <summary>A backup that was not made or cannot be taken back; the message is a sentence for the office.</summary>
public sealed class BackupRefusedException(string sentence, Exception? cause = null) : Exception(sentence, cause);
