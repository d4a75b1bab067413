using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting;

/// <summary>看钟 — at the start and every hour the PC's clock is held against the newest audit record.</summary>
public sealed partial class ClockDriftMonitor(IServiceScopeFactory scopes, OfficeClock clock, ILogger<ClockDriftMonitor> log) : BackgroundService
{
    /// <summary>What the audit calls it when an administrator has compared the clock.</summary>
    public const string Compared = "核对时间";

    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    /// <summary>Before the first page is asked for.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryLookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Remembers how late it has been, since somebody last compared the clock.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateScopeFor(new SystemUser("clock monitor"));
        var records = scope.ServiceProvider.GetRequiredService<OfficeDb>().AuditRecords.AsNoTracking();
        var compared = await records.Where(record => record.Action == Compared).OrderByDescending(record => record.Id).Select(record => record.Id).FirstOrDefaultAsync(cancellationToken);
        var newest = await records.Where(record => record.Id >= compared).OrderByDescending(record => record.At).Select(record => (DateTimeOffset?)record.At).FirstOrDefaultAsync(cancellationToken);
        if (newest is { } moment)
        {
            clock.Observe(moment);
        }

        if (clock.ClockError is null)
        {
            // An hour in which nothing was written down has been, too.
            clock.Observe(clock.Now);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hours = new PeriodicTimer(Between);
        try
        {
            while (await hours.WaitForNextTickAsync(stoppingToken))
            {
                await TryLookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>A database that does not answer for a moment is asked again in an hour; the desks go on.</summary>
    private async Task TryLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotLooked(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "没有核对成电脑时间，过一小时再核对")]
    private partial void LogNotLooked(Exception fault);
}
