namespace HealthCode.Web.Data.Entities;

/// <summary>备份设置 — single row: the backup key pair and the second folder.</summary>
public sealed class BackupPlan
{
    /// <summary>Maximum length of the path.</summary>
    public const int LongestPath = 300;

    /// <summary>Primary key; always 1.</summary>
    public int Id { get; private set; } = 1;

    /// <summary>备份锁; null until a passphrase is set. The passphrase itself is not stored.</summary>
    public byte[]? KeyPair { get; private set; }

    /// <summary>When the passphrase was set; backups are due from then on.</summary>
    public DateTimeOffset? PassphraseSetAt { get; private set; }

    /// <summary>第二个地方: folder on another disk or a stick; empty for none.</summary>
    public string SecondFolder { get; private set; } = "";

    /// <summary>File name of the last backup copied there; empty for none.</summary>
    public string LastCopy { get; private set; } = "";

    /// <summary>When it was copied.</summary>
    public DateTimeOffset? LastCopiedAt { get; private set; }

    /// <summary>设置口令: applies to backups from now on; earlier ones keep the earlier passphrase.</summary>
    public void SetKeyPair(byte[] keyPair, DateTimeOffset at) => (KeyPair, PassphraseSetAt) = (keyPair, at);

    /// <summary>改第二个地方.</summary>
    public void CopyTo(string folder) => SecondFolder = folder;

    /// <summary>拷好了.</summary>
    public void Copied(string file, DateTimeOffset at) => (LastCopy, LastCopiedAt) = (file, at);
}
