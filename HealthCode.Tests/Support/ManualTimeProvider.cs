namespace HealthCode.Tests.Support;

/// <summary>A clock that only moves when a test sets it, or by a step at each reading, as a real one has moved between two readings.</summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = start;

    /// <summary>By how much it moves at each reading; by default not at all.</summary>
    public TimeSpan Step { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            _now += Step;
            return _now.ToUniversalTime();
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (_gate)
        {
            _now += by;
        }
    }

    public void SetTo(DateTimeOffset now)
    {
        lock (_gate)
        {
            _now = now;
        }
    }
}
