using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Backups;

/// <summary>备份提醒 — what an administrator and a reviewer should know when they open the home page.</summary>
public static class BackupReminder
{
    private const int DaysWithoutCopy = 7;

    /// <summary>The codes of the jobs that make backups.</summary>
    public static IReadOnlyList<string> Jobs { get; } = ["backup-night", "backup-closing"];

    /// <summary>One sentence, or null when all is well.</summary>
    public static async Task<string?> BackupReminderAsync(this OfficeDb db, DateTimeOffset now)
    {
        var plan = await db.BackupPlans.AsNoTracking().SingleOrDefaultAsync();
        if (plan?.LockedAt is not { } lockedAt)
        {
            return "还没有设置备份口令，没有备份：电脑坏了，申报和卡就都没有了。";
        }

        if (await db.JobRuns.AsNoTracking().Where(run => Jobs.Contains(run.Job)).OrderByDescending(run => run.Id).FirstOrDefaultAsync() is { Succeeded: false } failed)
        {
            return $"最近一次备份没有做成：{failed.Result}";
        }

        var days = (int)(now - (plan.LastCopiedAt ?? lockedAt)).TotalDays;
        return days < DaysWithoutCopy ? null
            : $"已经 {days} 天没有拷第二份备份了。请插上备份用的 U 盘，再打开“管理—备份”。";
    }
}
