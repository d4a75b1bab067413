using System.Security.Cryptography;
using HealthCode.Domain.Auditing;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Auditing;

/// <summary>审计保险柜 — key and newest head of the audit chain, stored outside the database, so that access to the database file alone does not allow
/// forging the chain.</summary>
public sealed class AuditChainKeyStore
{
    /// <summary>File name in the keys folder.</summary>
    public const string HeadFile = "audit.head";

    /// <summary>File name of the key.</summary>
    public const string KeyFile = "audit.key";

    private readonly string _head;
    private readonly bool _isShared;

    public AuditChainKeyStore(DataFolder folder, KeyFiles files)
    {
        (_head, _isShared) = (Path.Combine(folder.Keys, HeadFile), folder.IsShared);
        var kept = files.Read(KeyFile);
        if (kept is null || kept.Length != AuditKey.Size)
        {
            var made = RandomNumberGenerator.GetBytes(AuditKey.Size);
            if (kept is null)
            {
                // Of several servers that start at once, one makes the key.
                IsNew = files.TryCreate(KeyFile, made);
            }
            else
            {
                files.Write(KeyFile, made);
                IsNew = true;
            }

            kept = files.Read(KeyFile)!;
        }

        Key = new(kept);
    }

    /// <summary>The key.</summary>
    public AuditKey Key { get; }

    /// <summary>Whether the key was just created: at the first start, or after the old one was lost.</summary>
    public bool IsNew { get; }

    /// <summary>The stored head; null if missing or not authentic.</summary>
    public AuditHead? Head
    {
        get
        {
            if (!File.Exists(_head))
            {
                return null;
            }

            // Another process may be writing it; a partly written line does not verify.
            using var file = new StreamReader(new FileStream(_head, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return Key.Read(file.ReadToEnd());
        }
    }

    /// <summary>Stores the head, unless another server has stored a later one, by overwriting the single short line, so that a power cut leaves either the old or the new one.</summary>
    public void SaveHead(AuditHead head)
    {
        var line = System.Text.Encoding.ASCII.GetBytes(Key.Sign(head));
        if (!File.Exists(_head))
        {
            Create(line);
            return;
        }

        if (_isShared && Head is { } kept && kept.Number > head.Number)
        {
            return;
        }

        using var file = File.OpenHandle(_head, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.Write(file, line, 0);
    }

    /// <summary>Readable by its owner only, and whole from the beginning.</summary>
    private void Create(byte[] line)
    {
        var part = $"{_head}.{Environment.ProcessId}.part";
        using (var file = PrivateFile.Create(part))
        {
            file.Write(line);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, _head, overwrite: true);
    }
}
