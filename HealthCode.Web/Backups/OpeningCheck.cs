using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace HealthCode.Web.Backups;

/// <summary>开门检查 — before anything touches the database: whether it can be read and written, whether this version knows it, and a backup before it is brought up to date.</summary>
public static class OpeningCheck
{
    private const string HowToRestore = "请不要删除任何文件：先把数据文件夹改名留着，再照安装说明“从备份恢复”一节，用 office/restore（Windows 是 office\\restore.cmd）恢复。";

    /// <exception cref="CannotStartException">It is damaged, locked, read-only, or of a newer version; it has not been changed.</exception>
    public static Task CheckDatabaseAsync(this IServiceProvider services)
    {
        var folder = services.GetRequiredService<DataFolder>();
        if (!File.Exists(folder.Database) && !Directory.Exists(folder.Database))
        {
            return Task.CompletedTask;
        }

        var applied = Look(folder);
        if (applied.Count > 0 && applied.Count < KnownMigrations.Ids.Count)
        {
            KeepBefore(folder, services.GetRequiredService<BackupFiles>(), services.GetRequiredService<OfficeClock>());
        }

        return Task.CompletedTask;
    }

    private static IReadOnlyList<string> Look(DataFolder folder)
    {
        try
        {
            var applied = DatabaseFile.Migrations(folder.Database);
            if (applied.Except(KnownMigrations.Ids).Any())
            {
                throw new CannotStartException(
                    "数据库是更新的版本建的，这个旧版本的程序不能打开，也没有改动它。请换回新版本的程序；要用旧版本，只能用升级以前的备份恢复。",
                    "the database was made by a newer version; it has not been changed. Start that version, or restore a backup made before the upgrade.");
            }

            if (!DatabaseFile.IsSound(folder.Database))
            {
                throw Damaged(null);
            }

            DatabaseFile.RequireWritable(folder.Database);
            return applied;
        }
        catch (SqliteException fault) when (DataFaults.IsDamage(fault))
        {
            throw Damaged(fault);
        }
        catch (SqliteException fault)
        {
            throw new CannotStartException(
                $"{DataFaults.SentenceOf(fault) ?? "数据库打不开。"}数据库文件：{folder.Database}",
                $"the database cannot be opened: {fault.Message}",
                fault);
        }
    }

    private static CannotStartException Damaged(Exception? cause) => new(
        $"数据库文件有损坏，不能再往里写。{HowToRestore}",
        "the database is damaged. Delete nothing: rename the data folder, then restore a backup with office/restore.",
        cause);

    private static void KeepBefore(DataFolder folder, BackupFiles files, OfficeClock clock)
    {
        try
        {
            if (DatabaseFile.BackupLock(folder.Database) is { } kept)
            {
                BackupMaker.Make(folder, files.NewPath(clock.Now), BackupLock.Of(kept), clock.Now);
            }
            else
            {
                KeepPlain(folder, files.NewUpgradePath(clock.Now));
            }

            files.Sweep(clock.Now);
        }
        catch (Exception fault) when (fault is BackupRefusedException or SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"升级以前要先备份，备份没有做成，所以没有升级，数据没有改动。{(fault is BackupRefusedException ? fault.Message : DataFaults.SentenceOf(fault) ?? DataFaults.OfSomeKind)}",
                $"the backup before the upgrade failed, nothing was changed: {fault.Message}",
                fault);
        }
    }

    /// <summary>Nobody has set a passphrase: the copy is as open as the database beside it. It goes with the first backup, or with the papers.</summary>
    private static void KeepPlain(DataFolder folder, string path)
    {
        var draft = path + BackupFiles.Unfinished;
        try
        {
            PrivateFile.Create(draft).Dispose();
            DatabaseFile.Copy(folder.Database, draft);
            if (DatabaseFile.Faults(draft).Count > 0)
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
