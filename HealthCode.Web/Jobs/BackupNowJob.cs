using System.ComponentModel;
using Hangfire;
using HealthCode.Domain.Offices;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>立即备份 — makes the backup somebody asks for in the background; and copies when a stick has come.</summary>
public sealed class BackupNowJob(IServiceScopeFactory scopes, JobRunner runner, IBackgroundJobClient jobs)
{
    private int _waiting;

    /// <summary>Whether one is being made or waits its turn.</summary>
    public bool IsBusy => Volatile.Read(ref _waiting) > 0;

    /// <summary>立即备份.</summary>
    public void Enqueue(StaffMember by)
    {
        Interlocked.Increment(ref _waiting);
        jobs.Enqueue<BackupNowJob>(job => job.RunAsync(by.UserName));
    }

    /// <summary>Looks whether the second place is there.</summary>
    public void EnqueueCopy() => jobs.Enqueue<BackupRunner>(desk => desk.CopyAsync(CancellationToken.None));

    /// <summary>Makes one now.</summary>
    /// <param name="userName">Sign-in name of who asked for it.</param>
    [DisplayName("立即备份")]
    public async Task RunAsync(string userName)
    {
        try
        {
            await runner.RunNowAsync(Schedule.Find(BackupReminder.Jobs[0])!, await StaffAsync(userName));
        }
        finally
        {
            if (Interlocked.Decrement(ref _waiting) < 0)
            {
                // An earlier start of the program was asked for it, and counted it.
                Interlocked.Increment(ref _waiting);
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
