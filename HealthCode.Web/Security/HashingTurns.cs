namespace HealthCode.Web.Security;

/// <summary>Lets half of the cores hash passwords, each a tenth of a second, and whoever else signs in waits without a thread. When all offices of a county sign in at eight, hundreds of hashes would
/// otherwise hold every thread, and what waits for the database behind them would run out of time.</summary>
public sealed class HashingTurns : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Waits for a turn.</summary>
    /// <returns>To dispose when the hash is made.</returns>
    public async Task<IDisposable> TakeAsync()
    {
        await _turns.WaitAsync();
        return new Turn(_turns);
    }

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
