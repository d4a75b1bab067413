using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Backups;

/// <summary>备份提醒 — a warning on the home page of administrators and reviewers.</summary>
public static class BackupReminder
{
    private const int DaysWithoutCopy = 7;
    private const int DaysWithoutBackup = 2;
    private const string InClear = "升级前抄的数据库没有加密，还留着：";

    /// <summary>The codes of the jobs that make backups.</summary>
    public static IReadOnlyList<string> Jobs { get; } = ["backup-night", "backup-closing"];

    /// <summary>One sentence, or null if backups are in order.</summary>
    public static async Task<string?> BackupReminderAsync(this OfficeDb db, BackupFiles files, DateTimeOffset now)
    {
        var plan = await db.BackupPlans.AsNoTracking().SingleOrDefaultAsync();
        if (plan?.PassphraseSetAt is not { } lockedAt)
        {
            return "还没有设置备份口令，没有备份：电脑坏了，申报和卡就都没有了。" + (files.HasUpgradeCopies ? InClear + "设好口令、备份一次，就自动删掉。" : "");
        }

        if (await db.JobRuns.AsNoTracking().Where(run => Jobs.Contains(run.Job)).OrderByDescending(run => run.Id).FirstOrDefaultAsync() is { Succeeded: false } failed)
        {
            return $"最近一次备份没有做成：{failed.Result}";
        }

        var made = await db.AuditRecords.AsNoTracking().Where(record => record.Action == BackupRunner.Made && record.At <= now).OrderByDescending(record => record.Id).Select(record => (DateTimeOffset?)record.At).FirstOrDefaultAsync();
        if ((int)(now - (made ?? lockedAt)).TotalDays is >= DaysWithoutBackup and var missed)
        {
            return $"已经 {missed} 天没有备份了。请打开“管理—备份”，点“立即备份”；半夜和下班时电脑要开着。";
        }

        if (files.HasUpgradeCopies)
        {
            return InClear + "请打开“管理—备份”，点“立即备份”，做好就自动删掉。";
        }

        var days = (int)(now - (plan.LastCopiedAt ?? lockedAt)).TotalDays;
        return days < DaysWithoutCopy ? null
            : $"已经 {days} 天没有拷第二份备份了。请插上备份用的 U 盘，再打开“管理—备份”。";
    }
}
