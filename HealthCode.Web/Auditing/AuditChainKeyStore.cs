using System.Security.Cryptography;
using HealthCode.Domain.Auditing;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Auditing;

/// <summary>审计保险柜 — key and newest head of the audit chain, stored outside the database, so that access to the database file alone does not allow
/// forging the chain.</summary>
public sealed class AuditChainKeyStore
{
    /// <summary>File name in the keys folder.</summary>
    public const string HeadFile = "audit.head";

    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _head;

    public AuditChainKeyStore(DataFolder folder)
    {
        _head = Path.Combine(folder.Keys, HeadFile);
        var file = Path.Combine(folder.Keys, "audit.key");
        IsNew = !File.Exists(file) || new FileInfo(file).Length != AuditKey.Size;
        if (IsNew)
        {
            Replace(file, RandomNumberGenerator.GetBytes(AuditKey.Size));
        }

        Key = new(File.ReadAllBytes(file));
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

    /// <summary>Stores the head by overwriting the single short line, so that a power cut leaves either the old or the new one.</summary>
    public void SaveHead(AuditHead head)
    {
        var line = System.Text.Encoding.ASCII.GetBytes(Key.Sign(head));
        if (!File.Exists(_head))
        {
            Replace(_head, line);
            return;
        }

        using var file = File.OpenHandle(_head, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.Write(file, line, 0);
    }

    /// <summary>Writes a file atomically, readable by its owner only.</summary>
    private static void Replace(string file, byte[] bytes)
    {
        var part = file + ".part";
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersAlone;
        }

        using (var stream = new FileStream(part, options))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, file, true);
    }
}
