using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HealthCode.Web.Metrics;

/// <summary>Instruments of this program. Registered only while metrics are on: whoever measures takes it as an optional dependency.</summary>
public sealed class OfficeMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "HealthCode";

    private static readonly InstrumentAdvice<double> OfAWrite = Buckets([0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]);
    private static readonly InstrumentAdvice<double> OfAJob = Buckets([0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600]);

    private readonly UpDownCounter<long> _waiting;
    private readonly Histogram<double> _waited;
    private readonly Histogram<double> _held;
    private readonly Counter<long> _failedSaves;
    private readonly Counter<long> _jobs;
    private readonly Histogram<double> _jobDuration;

    public OfficeMetrics(IMeterFactory meters, IEnumerable<ObservedGauge> gauges)
    {
        var meter = meters.Create(MeterName);
        _waiting = meter.CreateUpDownCounter<long>("healthcode.write_lock.waiting", "{writer}", "Writers that wait for the write lock.");
        _waited = meter.CreateHistogram("healthcode.write_lock.wait.duration", "s", "Time a writer waited for the write lock.", advice: OfAWrite);
        _held = meter.CreateHistogram("healthcode.write_lock.hold.duration", "s", "Time a writer held the write lock.", advice: OfAWrite);
        _failedSaves = meter.CreateCounter<long>("healthcode.save.failures", "{save}", "Saves that failed, by kind of fault.");
        _jobs = meter.CreateCounter<long>("healthcode.job.runs", "{run}", "Background jobs that ended, by result.");
        _jobDuration = meter.CreateHistogram("healthcode.job.duration", "s", "Duration of a background job.", advice: OfAJob);
        foreach (var gauge in gauges)
        {
            meter.CreateObservableGauge(gauge.Name, gauge.Read, gauge.Unit, gauge.Description);
        }
    }

    /// <summary>Publishes counters that have not counted yet as 0; otherwise an alarm on their increase would miss the first one.</summary>
    /// <param name="faults">All kinds of fault.</param>
    public void BeginAtZero(IEnumerable<string> faults)
    {
        _waiting.Add(0);
        foreach (var fault in faults)
        {
            _failedSaves.Add(0, FaultTag(fault));
        }
    }

    /// <summary>A writer joins the queue.</summary>
    public WriteMeasurement BeginWrite() => new(_waiting, _waited, _held);

    /// <summary>A save failed.</summary>
    /// <param name="fault">Kind of fault; one of a fixed set.</param>
    public void CountFailedSave(string fault) => _failedSaves.Add(1, FaultTag(fault));

    /// <summary>A background job ended.</summary>
    /// <param name="job">Code of a scheduled job, or name of a class; never an argument.</param>
    /// <param name="since">Timestamp of its start.</param>
    /// <param name="succeeded">Whether it did its work.</param>
    public void CountJob(string job, long since, bool succeeded)
    {
        KeyValuePair<string, object?> name = new("job", job);
        _jobs.Add(1, name, new("result", succeeded ? "done" : "failed"));
        _jobDuration.Record(SecondsSince(since), name);
    }

    internal static double SecondsSince(long timestamp) => Stopwatch.GetElapsedTime(timestamp).TotalSeconds;

    private static KeyValuePair<string, object?> FaultTag(string fault) => new("fault", fault);

    private static InstrumentAdvice<double> Buckets(double[] seconds) => new() { HistogramBucketBoundaries = seconds };
}
