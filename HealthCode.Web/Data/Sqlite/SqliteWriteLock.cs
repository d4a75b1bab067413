namespace HealthCode.Web.Data.Sqlite;

/// <summary>写入排队 — SQLite has one writer; a FIFO queue is faster than retrying. The timeout for a lock of another program counts from the caller's arrival, regardless of the position in the queue.</summary>
public sealed class SqliteWriteLock(TimeProvider? time = null) : IDisposable
{
    /// <summary>How long a save waits for another program before it fails.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(SqliteEngine.WaitSeconds);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly SemaphoreSlim _lock = new(1, 1);

    /// <summary>Total time the queue was blocked by another program. Our own saves do not count.</summary>
    private long _heldUp;

    /// <summary>Waits for the caller's turn.</summary>
    /// <returns>Deadline for <see cref="HoldUpAsync"/>.</returns>
    public async Task<TimeSpan> EnterAsync(CancellationToken cancellationToken)
    {
        var until = HeldUp + Longest;
        await _lock.WaitAsync(cancellationToken);
        return until;
    }

    /// <summary>Waits briefly for the lock of another program.</summary>
    /// <returns>False when the deadline has passed.</returns>
    public async Task<bool> HoldUpAsync(TimeSpan until, CancellationToken cancellationToken)
    {
        if (HeldUp >= until)
        {
            return false;
        }

        var from = _time.GetTimestamp();
        await Task.Delay(Pause, _time, cancellationToken);
        Interlocked.Add(ref _heldUp, _time.GetElapsedTime(from).Ticks);
        return true;
    }

    /// <summary>Releases the next caller.</summary>
    public void Leave() => _lock.Release();

    public void Dispose() => _lock.Dispose();

    private TimeSpan HeldUp => new(Interlocked.Read(ref _heldUp));
}
