namespace HealthCode.Tests.Support;

/// <summary>A clock that only moves when a test sets it.</summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    public void Advance(TimeSpan by) => _now += by;

    public void SetTo(DateTimeOffset now) => _now = now;
}
