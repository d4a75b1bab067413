using System.Data.Common;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Backups;

/// <summary>开门检查 — before migration: whether the database is readable, writable and of a known version; makes a backup if migrations are pending.</summary>
public static class DatabaseStartupCheck
{
    private const string HowToRestore = "请不要删除任何文件：先把数据文件夹改名留着，再照安装说明“从备份恢复”一节，用 office/restore（Windows 是 office\\restore.cmd）恢复。";

    /// <exception cref="CannotStartException">It is damaged, locked, read-only, of a newer version or of a trial version; it was not changed.</exception>
    public static Task CheckDatabaseAsync(this IServiceProvider services)
    {
        var engine = services.GetRequiredService<IDatabaseEngine>();
        if (IsThere(engine) && Look(engine) == SchemaVersion.Pending && HasRows(engine))
        {
            KeepBefore(engine, services);
        }

        return Task.CompletedTask;
    }

    private static bool IsThere(IDatabaseEngine engine)
    {
        try
        {
            return engine.Exists;
        }
        catch (DbException fault)
        {
            throw CannotOpen(engine, fault);
        }
    }

    private static bool HasRows(IDatabaseEngine engine)
    {
        using var database = engine.Open();
        return database.Rows.Values.Any(rows => rows > 0);
    }

    private static IReadOnlyList<string> MigrationsOf(IDatabaseEngine engine)
    {
        using var database = engine.Open();
        return database.Migrations;
    }

    private static SchemaVersion Look(IDatabaseEngine engine)
    {
        try
        {
            var version = engine.VersionOf(MigrationsOf(engine));
            if (version == SchemaVersion.TooNew)
            {
                throw new CannotStartException(
                    "数据库是更新的版本建的，这个旧版本的程序不能打开，也没有改动它。请换回新版本的程序；要用旧版本，只能用升级以前的备份恢复。",
                    "the database was made by a newer version; it has not been changed. Start that version, or restore a backup made before the upgrade.");
            }

            if (version == SchemaVersion.TooOld)
            {
                throw new CannotStartException(
                    "数据库是 0.2.0 以前的试用版建的，这个版本不能接着用，也没有改动它。请把数据文件夹改名留着，用一个空文件夹重新设置；里面的资料要看，请用原来的试用版打开。",
                    "the database was made by a trial version before 0.2.0; it has not been changed. Rename the data folder and begin with an empty one, or start that version.");
            }

            return engine.IsSound() ? version : throw Damaged(null);
        }
        catch (DbException fault) when (DataFaults.IsDamage(fault))
        {
            throw Damaged(fault);
        }
        catch (DbException fault)
        {
            throw CannotOpen(engine, fault);
        }
    }

    private static CannotStartException CannotOpen(IDatabaseEngine engine, DbException fault) => new(
        $"{DataFaults.SentenceOf(fault) ?? "数据库打不开。"}数据库：{engine.Location}",
        $"the database cannot be opened: {fault.Message}",
        fault);

    private static CannotStartException Damaged(Exception? cause) => new(
        $"数据库文件有损坏，不能再往里写。{HowToRestore}",
        "the database is damaged. Delete nothing: rename the data folder, then restore a backup with office/restore.",
        cause);

    private static void KeepBefore(IDatabaseEngine engine, IServiceProvider services)
    {
        var (files, clock) = (services.GetRequiredService<BackupFiles>(), services.GetRequiredService<OfficeClock>());
        try
        {
            if (KeyPairIn(engine) is { } kept)
            {
                BackupMaker.Make(engine, services.GetRequiredService<DataFolder>(), services.GetRequiredService<KeyFiles>(), files.NewPath(clock.Now), BackupKeyPair.Of(kept), clock.Now);
            }
            else
            {
                KeepPlain(engine, files.NewUpgradePath(clock.Now));
            }

            files.Sweep(clock.Now);
        }
        catch (Exception fault) when (fault is BackupRefusedException or DbException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"升级以前要先备份，备份没有做成，所以没有升级，数据没有改动。{(fault is BackupRefusedException ? fault.Message : DataFaults.SentenceOf(fault) ?? DataFaults.OfSomeKind)}",
                $"the backup before the upgrade failed, nothing was changed: {fault.Message}",
                fault);
        }
    }

    private static byte[]? KeyPairIn(IDatabaseEngine engine)
    {
        using var database = engine.Open();
        return database.Values("BackupPlans", nameof(BackupPlan.KeyPair), nameof(BackupPlan.Id)) is [byte[] kept] ? kept : null;
    }

    /// <summary>Without a passphrase the copy is unencrypted, like the database itself. Deleted with the first backup or at destruction.</summary>
    private static void KeepPlain(IDatabaseEngine engine, string path)
    {
        var draft = path + BackupFiles.Unfinished;
        try
        {
            PrivateFile.Create(draft).Dispose();
            engine.Copy(draft);
            using var copy = engine.OpenCopy(draft);
            if (copy.Faults().Count > 0)
            {
                throw new BackupRefusedException("抄下来的数据库有损坏。");
            }

            File.Move(draft, path);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
