using System.ComponentModel;
using Hangfire;
using HealthCode.Domain.Offices;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>立即备份 — makes a backup on request in the background, and copies backups when the second folder becomes available.</summary>
public sealed class BackupNowJob(IServiceScopeFactory scopes, JobRunner runner, ISharedState state, IBackgroundJobClient jobs)
{
    private const string Waiting = "backups waiting";

    // Longer than any backup takes; one that was queued before the program was killed is then forgotten.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>Whether a backup is running or queued.</summary>
    public async Task<bool> IsBusyAsync() => await state.CountAsync(Waiting, Longest, 0) > 0;

    /// <summary>立即备份 — queues a backup.</summary>
    public async Task EnqueueAsync(StaffMember by)
    {
        await state.CountAsync(Waiting, Longest);
        jobs.Enqueue<BackupNowJob>(job => job.RunAsync(by.UserName));
    }

    /// <summary>Queues a check whether the second folder is available.</summary>
    public void EnqueueCopy() => jobs.Enqueue<BackupRunner>(desk => desk.CopyAsync(CancellationToken.None));

    /// <summary>Makes a backup now; called by Hangfire.</summary>
    /// <param name="userName">User name of the person who requested it.</param>
    [DisplayName("立即备份")]
    public async Task RunAsync(string userName)
    {
        try
        {
            await runner.RunNowAsync(Schedule.Find(BackupReminder.Jobs[0])!, await StaffAsync(userName));
        }
        finally
        {
            if (await state.CountAsync(Waiting, Longest, -1) < 0)
            {
                // Queued, and counted, before the last restart of the program.
                await state.CountAsync(Waiting, Longest);
            }
        }
    }

    private async Task<StaffMember> StaffAsync(string userName)
    {
        await using var scope = scopes.CreateScopeFor(new SystemUser("backup job"));
        var user = await scope.ServiceProvider.GetRequiredService<OfficeDb>().Users.AsNoTracking().SingleAsync(each => each.UserName == userName);
        return new(userName, user.StaffName);
    }
}
