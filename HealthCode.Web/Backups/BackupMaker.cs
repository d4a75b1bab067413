using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.KeyRotation;

namespace HealthCode.Web.Backups;

/// <summary>做备份 — copies the database, encrypts it together with the keys, reads the file back, and only then gives it its final name.</summary>
public static class BackupMaker
{
    /// <summary>How temporary folders begin; those left by a power cut are swept.</summary>
    internal const string Scratch = "backup-";

    private const int Attempts = 3;
    private const string Damaged = "备份里的数据库有损坏，这份备份不能用。";

    private const string KeyFolder = "keys";

    private static readonly string DataKeyFile = Path.Combine(KeyFolder, DataKeyStore.FileName);

    /// <summary>Makes one backup.</summary>
    /// <param name="engine">Engine of the database.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="keys">Its key files.</param>
    /// <param name="path">The final path.</param>
    /// <param name="lockOf">The key pair it is encrypted for.</param>
    /// <param name="now">Time for the manifest.</param>
    /// <param name="told">Progress callback.</param>
    /// <param name="cancellationToken">Set when the program stops.</param>
    /// <exception cref="BackupRefusedException">The file read back differs from what was written.</exception>
    public static void Make(IDatabaseEngine engine, DataFolder folder, KeyFiles keys, string path, BackupKeyPair lockOf, DateTimeOffset now, Action<BackupStep>? told = null, CancellationToken cancellationToken = default)
    {
        Sweep(folder);
        var scratch = Directory.CreateDirectory(Path.Combine(folder.Temporary, Scratch + Guid.NewGuid().ToString("n"))).FullName;
        var draft = path + BackupFiles.Unfinished;
        try
        {
            var held = Path.Combine(scratch, "held");
            var copy = HoldTogether(engine, keys, held, told, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            told?.Invoke(BackupStep.Close);
            var manifest = Describe(engine.CopyName, copy, held, now);
            var contentKey = Write(held, draft, lockOf, manifest);
            Directory.Delete(held, recursive: true);
            cancellationToken.ThrowIfCancellationRequested();
            told?.Invoke(BackupStep.ReadBack);
            using (var written = File.OpenRead(draft))
            {
                Check(engine, BackupFormat.Extract(written, _ => contentKey, scratch), manifest, scratch);
            }

            File.Move(draft, path);
        }
        finally
        {
            File.Delete(draft);
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>Checks extracted parts against the manifest.</summary>
    /// <exception cref="BackupRefusedException">They differ.</exception>
    public static void Check(IDatabaseEngine engine, Manifest manifest, string extracted)
    {
        if (manifest.Database is not { } part)
        {
            throw new BackupRefusedException(Damaged);
        }

        using var database = OpenCopy(engine, Path.Combine(extracted, part.Name));
        if (database.Faults().Count > 0)
        {
            throw new BackupRefusedException(Damaged);
        }

        var rows = database.Rows;
        if (rows.Count != manifest.Rows.Count || rows.Any(table => manifest.Rows.GetValueOrDefault(table.Key, -1) != table.Value))
        {
            throw new BackupRefusedException("备份里的条数和清单对不上，这份备份不能用。");
        }

        if (!DecryptionCheck.Opens(engine, database, Path.Combine(extracted, DataKeyFile)))
        {
            throw new BackupRefusedException("备份里的数据密钥打不开备份里的居民资料，这份备份不能用。");
        }
    }

    private static IStoredDatabase OpenCopy(IDatabaseEngine engine, string file)
    {
        try
        {
            return engine.OpenCopy(file);
        }
        catch (DbException fault)
        {
            throw new BackupRefusedException(Damaged, fault);
        }
    }

    /// <summary>Deletes temporary files left by a power cut.</summary>
    private static void Sweep(DataFolder folder)
    {
        foreach (var left in Directory.GetDirectories(folder.Temporary, Scratch + "*").Where(left => Directory.GetCreationTimeUtc(left) < DateTime.UtcNow.AddHours(-1)))
        {
            Directory.Delete(left, recursive: true);
        }
    }

    private static void Check(IDatabaseEngine engine, Manifest read, Manifest written, string extracted)
    {
        if (!read.Parts.SequenceEqual(written.Parts))
        {
            throw new BackupRefusedException("读回来的备份和写出去的不一样，这份备份不能用。");
        }

        Check(engine, read, extracted);
    }

    /// <summary>Copies again if a data key was removed meanwhile: the first copy may contain values of that key.</summary>
    private static DatabaseCopy HoldTogether(IDatabaseEngine engine, KeyFiles keys, string held, Action<BackupStep>? told, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = keys.Read(DataKeyStore.FileName) ?? [];
            told?.Invoke(BackupStep.Copy);
            var copy = Hold(engine, keys, held);
            if (before.AsSpan().SequenceEqual(DataKeysIn(held)))
            {
                return copy;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (attempt == Attempts)
            {
                throw new BackupRefusedException("正在换数据密钥，备份没有做成。请过一会儿再点“立即备份”。");
            }

            Directory.Delete(held, recursive: true);
        }
    }

    private static byte[] DataKeysIn(string folder) => Path.Combine(folder, DataKeyFile) is var file && File.Exists(file) ? File.ReadAllBytes(file) : [];

    /// <summary>Copies database and keys while the office is in use. The keys are not sealed with a master key in the backup, which is encrypted as a whole: it opens elsewhere.</summary>
    private static DatabaseCopy Hold(IDatabaseEngine engine, KeyFiles keys, string held)
    {
        Directory.CreateDirectory(held);
        // The audit chain head first: a head behind the database is brought up to date, one ahead of it would be reported as deleted records.
        HoldFile(keys, AuditChainKeyStore.HeadFile, held);
        var file = Path.Combine(held, engine.CopyName);
        PrivateFile.Create(file).Dispose();
        var copy = engine.Copy(file);
        // A key is saved in its file before the database refers to it, so the keys are copied after the database.
        foreach (var name in keys.Names().Where(name => name != AuditChainKeyStore.HeadFile))
        {
            HoldFile(keys, name, held);
        }

        return copy;
    }

    private static void HoldFile(KeyFiles keys, string name, string held)
    {
        if (keys.Read(name) is not { } bytes)
        {
            return;
        }

        var copy = Path.Combine([held, KeyFolder, .. name.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        using var to = PrivateFile.Create(copy);
        to.Write(bytes);
    }

    private static byte[] Write(string held, string draft, BackupKeyPair lockOf, Manifest manifest)
    {
        using var file = PrivateFile.Create(draft);
        var contentKey = BackupFormat.Write(file, lockOf, manifest, part => File.OpenRead(Path.Combine(held, part.Name)));
        file.Flush(flushToDisk: true);
        return contentKey;
    }

    private static Manifest Describe(string database, DatabaseCopy copy, string held, DateTimeOffset now)
    {
        var file = Path.Combine(held, database);
        return new(
            Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "",
            copy.Schema,
            now,
            copy.Offices,
            copy.Rows,
            [
                Part(database, file),
                .. Directory.GetFiles(held, "*", SearchOption.AllDirectories).Where(other => !other.StartsWith(file, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                    .Select(other => Part(Path.GetRelativePath(held, other).Replace('\\', '/'), other)),
            ]);
    }

    private static ManifestPart Part(string name, string path)
    {
        using var file = File.OpenRead(path);
        return new(name, file.Length, Convert.ToHexString(SHA256.HashData(file)));
    }
}
