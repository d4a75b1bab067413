using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>备份 — at night and at closing time. What a power cut leaves is half a file without its name.</summary>
public sealed class BackupJob(BackupRunner backups) : IOfficeJob
{
    /// <summary>There is nothing to lock a backup with before a passphrase is set.</summary>
    public static async Task<DateTimeOffset?> SinceAsync(OfficeDb db, CancellationToken cancellationToken) =>
        await db.BackupPlans.Select(plan => plan.PassphraseSetAt).SingleOrDefaultAsync(cancellationToken);

    public async Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken) => new(await backups.MakeAsync(cancellationToken));
}
