using System.ComponentModel;
using Hangfire;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Jobs;

/// <summary>
/// Prepares the jobs after the server listens and before <see cref="JobServers"/> starts the workers, so that a server that cannot open its address
/// changes nothing. Queues again what a power cut interrupted, and catches up what was missed while the PC was off.
/// </summary>
public sealed partial class JobsStartup(IServiceProvider services, IJobStore store, IConfiguration settings, ILogger<JobsStartup> log) : IHostedLifecycleService
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
            // The server keeps running; every scheduled job can still be started by hand.
            LogNotReady(fault);
        }
    }

    /// <summary>Sets the schedule and queues what is unfinished or due according to the office's database. Runs as a job itself if that failed at
    /// start.</summary>
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

    private void Recover()
    {
        if (!RunsByItself)
        {
            return;
        }

        foreach (var id in store.Abandoned(services.GetRequiredService<JobStorage>()))
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
