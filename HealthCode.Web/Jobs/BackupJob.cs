using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>备份 — at night and at closing time. What a power cut leaves is half a file without its name.</summary>
public sealed class BackupJob(BackupDesk backups) : IOfficeJob
{
    /// <summary>There is nothing to lock a backup with before a passphrase is set.</summary>
    public static async Task<DateTimeOffset?> SinceAsync(OfficeDb db, CancellationToken stopping) =>
        await db.BackupPlans.Select(plan => plan.PassphraseSetAt).SingleOrDefaultAsync(stopping);

    public async Task<JobOutcome> DoAsync(JobTurn turn, CancellationToken stopping) => new(await backups.MakeAsync(stopping));
}
