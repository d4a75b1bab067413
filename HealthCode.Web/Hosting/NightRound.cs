using HealthCode.Web.Data;

namespace HealthCode.Web.Hosting;

/// <summary>夜巡 — looks every quarter of an hour for work that a new day has brought: an office PC sleeps through many a midnight.</summary>
public sealed partial class NightRound(IServiceScopeFactory scopes, ILogger<NightRound> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            await Round(afterStart: true, stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Round(afterStart: false, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is being stopped; what was begun has been rolled back and is due again at the next start.
        }
    }

    private async Task Round(bool afterStart, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var office in await scope.ServiceProvider.GetRequiredService<Destruction>().DestroyDueAsync(afterStart, stopping))
            {
                LogDestroyed(office.OfficialName);
            }

            await scope.ServiceProvider.GetRequiredService<Keyring>().RenewDueAsync(scope.ServiceProvider.GetRequiredService<OfficeDb>());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogUnfinished(fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "保存期满，已销毁 {Office} 的居民资料")]
    private partial void LogDestroyed(string office);

    [LoggerMessage(LogLevel.Error, "夜巡没有做完，下一轮再做")]
    private partial void LogUnfinished(Exception fault);
}
