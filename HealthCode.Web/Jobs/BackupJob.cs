using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>备份 — at night and at closing time. A power cut leaves only a temporary file, never an incomplete backup.</summary>
public sealed class BackupJob(BackupRunner backups) : IOfficeJob
{
    /// <summary>When the passphrase was set; null before, because backups cannot be encrypted without it.</summary>
    public static async Task<DateTimeOffset?> SinceAsync(OfficeDb db, CancellationToken cancellationToken) =>
        await db.BackupPlans.Select(plan => plan.PassphraseSetAt).SingleOrDefaultAsync(cancellationToken);

    public async Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken) => new(await backups.MakeAsync(cancellationToken));
}
