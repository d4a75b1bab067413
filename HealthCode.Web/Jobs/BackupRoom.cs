using System.Threading.Channels;
using HealthCode.Domain.Offices;
using HealthCode.Web.Backups;

namespace HealthCode.Web.Jobs;

/// <summary>备份间 — makes the backup somebody asks for behind the scenes, so that he can go on; and copies when a stick has come.</summary>
public sealed partial class BackupRoom(DutyRoom duty, BackupDesk backups, ILogger<BackupRoom> log) : BackgroundService
{
    private readonly Channel<StaffMember?> _asked = Channel.CreateUnbounded<StaffMember?>();
    private int _waiting;

    /// <summary>Whether one is being made or waits its turn.</summary>
    public bool IsBusy => Volatile.Read(ref _waiting) > 0;

    /// <summary>立即备份.</summary>
    public void Ask(StaffMember by)
    {
        Interlocked.Increment(ref _waiting);
        _asked.Writer.TryWrite(by);
    }

    /// <summary>Looks whether the second place is there.</summary>
    public void AskForCopy() => _asked.Writer.TryWrite(null);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var by in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                await TryAsync(by, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was asked for is made tonight.
        }
    }

    private async Task TryAsync(StaffMember? by, CancellationToken stopping)
    {
        try
        {
            await DoAsync(by, stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogUndone(fault);
        }
        finally
        {
            if (by is not null)
            {
                Interlocked.Decrement(ref _waiting);
            }
        }
    }

    private Task DoAsync(StaffMember? by, CancellationToken stopping) =>
        by is null ? backups.CopyAsync(stopping) : duty.DoNowAsync(Schedule.Find(BackupReminder.Jobs[0])!, by);

    [LoggerMessage(LogLevel.Error, "备份间没有做完")]
    private partial void LogUndone(Exception fault);
}
