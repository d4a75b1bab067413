using HealthCode.Web.Foundation;
using HealthCode.Web.Retention;

namespace HealthCode.Web.Jobs;

/// <summary>接着销毁 — at every start, before requests are accepted, finishes a deletion of resident data that was interrupted, regardless of the
/// clock.</summary>
public sealed partial class ResumePurgeOnStartup(IServiceScopeFactory scopes, ILogger<ResumePurgeOnStartup> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateScopeFor(new SystemUser("purge on start-up"));
            foreach (var office in await scope.ServiceProvider.GetRequiredService<RetentionPurge>().ResumeAsync(cancellationToken))
            {
                LogResumed(office.OfficialName);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The server starts anyway; the nightly job tries again.
            LogUnfinished(fault);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "上次没有做完的销毁接着做完了：{Office}")]
    private partial void LogResumed(string office);

    [LoggerMessage(LogLevel.Error, "上次没有做完的销毁这次也没有做完；今夜再做，也可以在“定时工作”里手动做“到期”")]
    private partial void LogUnfinished(Exception fault);
}
