using HealthCode.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>看钟 — at the start and every hour the PC's clock is held against the newest audit record.</summary>
public sealed class ClockWatch(IServiceScopeFactory scopes, OfficeClock clock) : BackgroundService
{
    /// <summary>What the audit calls it when an administrator has compared the clock.</summary>
    public const string Compared = "核对时间";

    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    /// <summary>Before the first page is asked for.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Remembers how late it has been, since somebody last compared the clock.</summary>
    public async Task LookAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var records = scope.ServiceProvider.GetRequiredService<OfficeDb>().AuditRecords.AsNoTracking();
        var compared = await records.Where(record => record.Action == Compared).OrderByDescending(record => record.Id).Select(record => record.Id).FirstOrDefaultAsync(stopping);
        var newest = await records.Where(record => record.Id >= compared).OrderByDescending(record => record.At).Select(record => (DateTimeOffset?)record.At).FirstOrDefaultAsync(stopping);
        if (newest is { } moment)
        {
            clock.Remember(moment);
        }

        if (clock.Doubt is null)
        {
            // An hour in which nothing was written down has been, too.
            clock.Remember(clock.Now);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hours = new PeriodicTimer(Between);
        try
        {
            while (await hours.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
