using System.Collections.Concurrent;

namespace HealthCode.Web.Data.Postgres;

/// <summary>The queue of this server's writers. Who waits here holds no connection: waiting in the database, a hundred clerks would hold all there are.</summary>
internal sealed class PostgresTurns : IDisposable
{
    // As many as a server's processors can serve; the others wait.
    private const int MostOffices = 8;

    private readonly SemaphoreSlim _whole = new(1, 1);
    private readonly SemaphoreSlim _places = new(MostOffices, MostOffices);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _offices = new();

    /// <summary>Waits for the turn of a writer of one office, or of the whole database if null.</summary>
    /// <returns>Ends the turn.</returns>
    public async Task<IDisposable> EnterAsync(string? office, CancellationToken cancellationToken)
    {
        if (office is null)
        {
            await _whole.WaitAsync(cancellationToken);
            return new Turn(_whole);
        }

        var own = _offices.GetOrAdd(office, _ => new(1, 1));
        await own.WaitAsync(cancellationToken);
        try
        {
            await _places.WaitAsync(cancellationToken);
            return new Turn(_places, own);
        }
        catch
        {
            own.Release();
            throw;
        }
    }

    public void Dispose()
    {
        _whole.Dispose();
        _places.Dispose();
        foreach (var office in _offices.Values)
        {
            office.Dispose();
        }
    }

    private sealed class Turn(params SemaphoreSlim[] taken) : IDisposable
    {
        public void Dispose()
        {
            foreach (var each in taken)
            {
                each.Release();
            }
        }
    }
}
