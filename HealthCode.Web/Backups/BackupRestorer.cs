using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Backups;

/// <summary>恢复 — extracts a backup into a folder without a database. The database is moved last: if it is present, the restore is complete.</summary>
public static class BackupRestorer
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Checks the preconditions before the passphrase is asked for.</summary>
    /// <exception cref="BackupRefusedException">The file is not a backup, or the folder holds a database.</exception>
    public static void Require(IDatabaseEngine engine, string from, string to)
    {
        if (engine.Exists)
        {
            throw new BackupRefusedException(engine.Location.StartsWith(to, StringComparison.Ordinal)
                ? $"{to} 里已经有一个办公室的数据库，不能盖掉它。请先停下程序，把这个文件夹改名留着，再恢复一次；或者换一个空文件夹。"
                : $"数据库 {engine.Location} 里已经有资料，不能盖掉它。请建一个新的空数据库，把 {DatabaseEngines.Setting} 改成它，再恢复一次。");
        }

        RequireBackup(from);
    }

    /// <summary>Checks that the file is a backup, before the passphrase is asked for.</summary>
    /// <exception cref="BackupRefusedException">It is not.</exception>
    public static void RequireBackup(string from)
    {
        using var file = Open(from);
        BackupHeader.Read(file);
    }

    /// <summary>Restores into a folder that no other server shares.</summary>
    /// <inheritdoc cref="Restore(IDatabaseEngine, string, DataFolder, MasterKey, string)"/>
    public static Manifest Restore(IDatabaseEngine engine, string from, string to, string passphrase) => Restore(engine, from, new DataFolder(to), MasterKey.None, passphrase);

    /// <summary>Restores.</summary>
    /// <param name="engine">The engine that takes the database.</param>
    /// <param name="from">The backup.</param>
    /// <param name="folder">The data folder; the keys come into its shared part.</param>
    /// <param name="master">Seals the keys, as the servers of a county expect them.</param>
    /// <param name="passphrase">The passphrase of the backup.</param>
    /// <returns>Manifest of the backup.</returns>
    /// <exception cref="BackupRefusedException">Wrong passphrase, damaged file, or the folder holds a database.</exception>
    public static Manifest Restore(IDatabaseEngine engine, string from, DataFolder folder, MasterKey master, string passphrase)
    {
        var to = folder.Path;
        Require(engine, from, to);
        using var file = Open(from);
        MakeFolder(to);
        MakeFolder(folder.Shared);
        var scratch = Path.Combine(to, ".restoring");
        RemoveIfThere(scratch);
        try
        {
            MakeFolder(scratch);
            var manifest = BackupFormat.Extract(file, header => header.ContentKey(passphrase), scratch);
            RequireEngine(engine, manifest);
            BackupMaker.Check(engine, manifest, scratch);
            RequireKnown(engine, manifest);
            foreach (var part in manifest.Parts.Where(part => !part.IsDatabase))
            {
                PutKey(Path.Combine([scratch, .. part.Name.Split('/')]), part.Name[ManifestPart.Keys.Length..], folder, master);
            }

            engine.Restore(Path.Combine(scratch, manifest.Database!.Name));
            return manifest;
        }
        finally
        {
            RemoveIfThere(scratch);
        }
    }

    private static void PutKey(string extracted, string name, DataFolder folder, MasterKey master)
    {
        // The head of the audit is signed, not secret: servers overwrite it in place.
        if (name != AuditChainKeyStore.HeadFile)
        {
            File.WriteAllBytes(extracted, master.Seal(File.ReadAllBytes(extracted), name));
        }

        var path = Path.Combine([folder.Keys, .. name.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(extracted, path, overwrite: true);
    }

    private static void RequireEngine(IDatabaseEngine engine, Manifest manifest)
    {
        if (manifest.Database is { } part && part.Name != engine.CopyName)
        {
            throw new BackupRefusedException(part.Name.EndsWith(".dump", StringComparison.Ordinal)
                ? $"这份备份是县里的（PostgreSQL），不是一台电脑的。要恢复它，请先建一个空数据库，用 {DatabaseEngines.Setting} 指给程序，再恢复一次。"
                : "这份备份是一台电脑的，不能恢复到县里的数据库。要恢复成一台电脑，请不要设 " + DatabaseEngines.Setting + "。");
        }
    }

    private static void RequireKnown(IDatabaseEngine engine, Manifest manifest)
    {
        if (engine.VersionOf(manifest.Schema.Length > 0 ? [manifest.Schema] : []) is var version and (SchemaVersion.TooNew or SchemaVersion.TooOld))
        {
            throw new BackupRefusedException(version == SchemaVersion.TooNew
                ? "这份备份是更新的版本做的。请先换上新版本的程序，再恢复。"
                : "这份备份是 0.2.0 以前的试用版做的，这个版本不能恢复它。请用原来的试用版恢复。");
        }
    }

    private static FileStream Open(string from)
    {
        try
        {
            return File.OpenRead(from);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupRefusedException($"备份文件 {from} 打不开：请核对文件名，U 盘插好没有。", fault);
        }
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }

    private static void RemoveIfThere(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
