namespace HealthCode.Web.Data.Entities;

/// <summary>备份设置 — the one row: the lock that every backup is closed with, and where the second copy goes.</summary>
public sealed class BackupPlan
{
    /// <summary>As long as a path may be.</summary>
    public const int LongestPath = 300;

    /// <summary>Key in the database; there is one row.</summary>
    public int Id { get; private set; } = 1;

    /// <summary>备份锁; null until a passphrase is set. The passphrase itself is nowhere.</summary>
    public byte[]? KeyPair { get; private set; }

    /// <summary>When the passphrase was set; from then on backups are due.</summary>
    public DateTimeOffset? PassphraseSetAt { get; private set; }

    /// <summary>第二个地方: another disk or a stick; empty for none.</summary>
    public string SecondFolder { get; private set; } = "";

    /// <summary>The backup that was copied there last; empty for none.</summary>
    public string LastCopy { get; private set; } = "";

    /// <summary>When it was copied.</summary>
    public DateTimeOffset? LastCopiedAt { get; private set; }

    /// <summary>设置口令: backups made from now on open with the new passphrase, earlier ones with the earlier.</summary>
    public void SetKeyPair(byte[] keyPair, DateTimeOffset at) => (KeyPair, PassphraseSetAt) = (keyPair, at);

    /// <summary>改第二个地方.</summary>
    public void CopyTo(string folder) => SecondFolder = folder;

    /// <summary>拷好了.</summary>
    public void Copied(string file, DateTimeOffset at) => (LastCopy, LastCopiedAt) = (file, at);
}
