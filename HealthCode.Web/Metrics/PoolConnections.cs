using System.Diagnostics.Metrics;

namespace HealthCode.Web.Metrics;

/// <summary>Connections of all pools of the database driver together. The driver labels each pool with its connection string, which may contain the password of a client certificate.</summary>
public sealed class PoolConnections : IDisposable
{
    /// <summary>Meter of the driver.</summary>
    public const string Driver = "Npgsql";

    private const string Count = "db.client.connection.count";
    private const string Most = "db.client.connection.max";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, double> _byState = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public PoolConnections()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: Driver, Name: Count or Most })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, measured, tags, _) => Add(instrument.Name == Most ? "max" : StateIn(tags), measured));
        _listener.Start();
    }

    /// <summary>Sums up by state: idle, used; and the most there may be.</summary>
    public IEnumerable<Measurement<double>> Read()
    {
        lock (_lock)
        {
            _byState.Clear();
            _listener.RecordObservableInstruments();
            return [.. _byState.Select(each => new Measurement<double>(each.Value, new KeyValuePair<string, object?>("state", each.Key)))];
        }
    }

    public void Dispose() => _listener.Dispose();

    private static string StateIn(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == "db.client.connection.state")
            {
                return value as string ?? "";
            }
        }

        return "";
    }

    private void Add(string state, int measured) => _byState[state] = _byState.GetValueOrDefault(state) + measured;
}
