using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Data;

/// <summary>Looks every few seconds at what several servers share: drops connections that a restart of the database has cut off before a user meets one, and takes over keys that another server has changed or
/// destroyed.</summary>
public sealed partial class SharedDatabaseMonitor(IDatabaseEngine engine, DataKeyStore dataKeys, ILogger<SharedDatabaseMonitor> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        var answered = true;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var answers = await engine.AnswersAsync(stoppingToken);
                if (answers != answered)
                {
                    Tell(answers);
                }

                answered = answers;
                dataKeys.Refresh();
            }
            catch (CannotStartException fault)
            {
                LogKeys(fault);
            }
        }
    }

    private void Tell(bool answers)
    {
        if (answers)
        {
            LogBack(engine.Location);
        }
        else
        {
            LogAway(engine.Location);
        }
    }

    [LoggerMessage(LogLevel.Error, "连不上数据库 {Location}，每五秒再试一次")]
    private partial void LogAway(string location);

    [LoggerMessage(LogLevel.Warning, "又连上数据库 {Location} 了")]
    private partial void LogBack(string location);

    [LoggerMessage(LogLevel.Error, "共用的密钥文件读不出来")]
    private partial void LogKeys(Exception fault);
}
