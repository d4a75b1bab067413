namespace HealthCode.Domain.Passes;

/// <summary>停用、作废名单 — the numbers of an office's cards that are out of use before their last day, as they were at one moment.</summary>
public sealed class StopList
{
    /// <summary>Older than this it is 名单过旧.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    private readonly Dictionary<string, StopKind> _stopped;

    /// <summary>A list.</summary>
    /// <param name="at">When it was true.</param>
    /// <param name="stopped">Its lines.</param>
    public StopList(DateTimeOffset at, IEnumerable<StoppedPass> stopped) =>
        (At, _stopped) = (at, stopped.DistinctBy(line => line.Number).ToDictionary(line => line.Number, line => line.Kind));

    /// <summary>When it was true.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Its lines by number.</summary>
    public IReadOnlyList<StoppedPass> Lines => [.. _stopped.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => new StoppedPass(line.Key, line.Value))];

    /// <summary>The line of a card that is out of use before its last day; null for any other, also for one that has run out by itself.</summary>
    public static StoppedPass? LineOf(HealthPass pass, DateOnly today) => pass.State switch
    {
        _ when today > pass.Validity.LastDay => null,
        PassState.Revoked => new(pass.Number, StopKind.Revoked),
        PassState.Lost or PassState.Damaged or PassState.Renewed => new(pass.Number, StopKind.Void),
        _ => null,
    };

    /// <summary>Whether it may be relied on.</summary>
    public bool IsFresh(DateTimeOffset now) => now - At <= Fresh;

    /// <summary>What it says of a card, or null when nothing.</summary>
    public StopKind? KindOf(PassNumber number) => _stopped.TryGetValue(number.Value, out var kind) ? kind : null;
}

/// <summary>停用名单的一行 — a number and why; nothing about anybody.</summary>
/// <param name="Number">20 characters.</param>
/// <param name="Kind">停用 or 作废.</param>
public sealed record StoppedPass(string Number, StopKind Kind);
