using System.ComponentModel;
using Hangfire;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Jobs;

/// <summary>
/// Puts the jobs in order once the address is open and before <see cref="JobServers"/> starts the workers: a program that cannot open its address ends and touches nothing.
/// What a power cut interrupted is enqueued again, what was missed while the PC was off is made up.
/// </summary>
public sealed partial class JobsStartup(IServiceProvider services, JobDatabase database, IConfiguration settings, ILogger<JobsStartup> log) : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private bool RunsByItself => settings.GetValue(JobsSetUp.Setting, true);

    private IBackgroundJobClient Client => services.GetRequiredService<IBackgroundJobClient>();

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            Recover();
            await TryResumeAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The desks stay open; every scheduled job can be run by hand.
            LogNotReady(fault);
        }
    }

    /// <summary>Sets the schedule and enqueues what the office's own record says is unfinished or due; a job itself when that could not be read at the start.</summary>
    [DisplayName("接着做上次没有做完的工作")]
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateScopeFor(new SystemUser("job start-up"));
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        services.GetRequiredService<ImportJob>().DeleteLeftovers();
        await services.GetRequiredService<PrintLayoutJob>().EnqueueUnfinishedAsync(db, cancellationToken);
        services.GetRequiredService<KeyRotationJob>().EnqueueUnfinished();
        if (RunsByItself)
        {
            await services.GetRequiredService<RecurringJobs>().RescheduleAsync(db, cancellationToken);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>This is the only server of the file: whatever still lies in Processing belonged to a program that was killed.</summary>
    private void Recover()
    {
        if (!database.Exists || !RunsByItself)
        {
            return;
        }

        database.ReleaseLocks();
        foreach (var (id, _) in services.GetRequiredService<JobStorage>().GetMonitoringApi().ProcessingJobs(0, int.MaxValue))
        {
            Client.Requeue(id);
        }
    }

    private async Task TryResumeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ResumeAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotResumed(fault);
            Client.Schedule<JobsStartup>(startup => startup.ResumeAsync(CancellationToken.None), Pause);
        }
    }

    [LoggerMessage(LogLevel.Error, "后台工作没有准备好；重新启动程序会再准备，定时工作可以在“定时工作”里手动做")]
    private partial void LogNotReady(Exception fault);

    [LoggerMessage(LogLevel.Error, "上次没有做完的后台工作没有接着做，过一分钟再来")]
    private partial void LogNotResumed(Exception fault);
}
