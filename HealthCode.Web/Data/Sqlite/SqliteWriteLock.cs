namespace HealthCode.Web.Data.Sqlite;

/// <summary>写入排队 — SQLite has one writer: waiting in line, first come first served, beats trying again and again. Everybody waits equally long for another program that holds the file, counted from when he came, wherever in the line he stands.</summary>
public sealed class SqliteWriteLock(TimeProvider? time = null) : IDisposable
{
    /// <summary>How long a save waits for another program, before it says so.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(SqliteEngine.WaitSeconds);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>How long, all in all, the line has been held up by another program. Not counted: our own saves, which are done when they are done.</summary>
    private long _heldUp;

    /// <summary>Enters when it is this caller's turn.</summary>
    /// <returns>Until when he may be held up; for <see cref="HoldUpAsync"/>.</returns>
    public async Task<TimeSpan> EnterAsync(CancellationToken cancellationToken)
    {
        var until = HeldUp + Longest;
        await _turn.WaitAsync(cancellationToken);
        return until;
    }

    /// <summary>Waits a moment for another program that holds the file.</summary>
    /// <returns>False when this caller has waited long enough.</returns>
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

    /// <summary>Lets the next one in.</summary>
    public void Leave() => _turn.Release();

    public void Dispose() => _turn.Dispose();

    private TimeSpan HeldUp => new(Interlocked.Read(ref _heldUp));
}
