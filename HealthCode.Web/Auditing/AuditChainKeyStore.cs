using System.Security.Cryptography;
using HealthCode.Domain.Auditing;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Auditing;

/// <summary>审计保险柜 — the key of the audit chain and its newest head, outside the database: whoever changes the file of the database has neither.</summary>
public sealed class AuditChainKeyStore
{
    /// <summary>In the folder of the keys.</summary>
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

    /// <summary>Whether the key was made just now: the first start, or the old one is lost.</summary>
    public bool IsNew { get; }

    /// <summary>The newest head as far as it was kept; null when there is none, or none of ours.</summary>
    public AuditHead? Head
    {
        get
        {
            if (!File.Exists(_head))
            {
                return null;
            }

            // Another process may be writing it; half a line is none of ours.
            using var file = new StreamReader(new FileStream(_head, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return Key.Read(file.ReadToEnd());
        }
    }

    /// <summary>Keeps the head. One short line written over the last one: a power cut leaves the old one or the new one.</summary>
    public void Keep(AuditHead head)
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

    /// <summary>Put there in one step, for the owner of the folder alone.</summary>
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
