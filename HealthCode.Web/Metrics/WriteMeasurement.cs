using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HealthCode.Web.Metrics;

/// <summary>Measures one write transaction, from joining the queue to releasing the write lock.</summary>
public sealed class WriteMeasurement : IDisposable
{
    private readonly UpDownCounter<long> _waiting;
    private readonly Histogram<double> _waited;
    private readonly Histogram<double> _held;
    private long _since = Stopwatch.GetTimestamp();
    private bool _holds;

    internal WriteMeasurement(UpDownCounter<long> waiting, Histogram<double> waited, Histogram<double> held)
    {
        (_waiting, _waited, _held) = (waiting, waited, held);
        waiting.Add(1);
    }

    /// <summary>The lock was granted.</summary>
    public void Granted()
    {
        EndWait();
        (_holds, _since) = (true, Stopwatch.GetTimestamp());
    }

    /// <summary>The lock was released, or never granted.</summary>
    public void Dispose()
    {
        if (_holds)
        {
            _held.Record(OfficeMetrics.SecondsSince(_since));
        }
        else
        {
            EndWait();
        }
    }

    private void EndWait()
    {
        _waiting.Add(-1);
        _waited.Record(OfficeMetrics.SecondsSince(_since));
    }
}
