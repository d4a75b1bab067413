using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting;

/// <summary>看钟 — compares the PC's clock with the newest audit record, at start and every hour.</summary>
public sealed partial class ClockDriftMonitor(IServiceScopeFactory scopes, OfficeClock clock, ILogger<ClockDriftMonitor> log) : BackgroundService
{
    /// <summary>Action name of the audit record written when an administrator has checked the clock.</summary>
    public const string Compared = "核对时间";

    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    /// <summary>Runs the first check before the server accepts requests.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryLookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Passes the newest time in the audit log since the last manual check to the <see cref="OfficeClock"/>.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
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
            // Also counts an hour without audit records.
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

    /// <summary>Logs a failed check (e.g. database not available) and leaves it to the next hour; requests go on.</summary>
    private async Task TryLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CheckAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotLooked(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "没有核对成电脑时间，过一小时再核对")]
    private partial void LogNotLooked(Exception fault);
}
