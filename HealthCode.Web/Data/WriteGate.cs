namespace HealthCode.Web.Data;

/// <summary>写入排队 — SQLite has one writer; waiting in line, first come first served, beats trying again and again.</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _door = new(1, 1);

    /// <summary>Enters when it is this caller's turn.</summary>
    public Task EnterAsync(CancellationToken gone) => _door.WaitAsync(gone);

    /// <summary>Lets the next one in.</summary>
    public void Leave() => _door.Release();

    public void Dispose() => _door.Dispose();
}
