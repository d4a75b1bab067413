namespace HealthCode.Web.Security;

/// <summary>Lets half of the cores hash passwords, each a tenth of a second, and whoever else signs in waits without a thread. When all offices of a county sign in at eight, hundreds of hashes would
/// otherwise hold every thread, and what waits for the database behind them would run out of time.</summary>
public sealed class HashingTurns : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Hashes when it is its turn.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        await _turns.WaitAsync();
        try
        {
            return await hash();
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
