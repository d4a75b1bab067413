namespace HealthCode.Domain.Passes;

/// <summary>停用、作废名单 — numbers of an office's cards that ended before their last day, at one moment.</summary>
public sealed class StopList
{
    /// <summary>Maximum age; an older list is 名单过旧.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    private readonly Dictionary<string, StopKind> _stopped;

    /// <summary>Creates a list.</summary>
    /// <param name="at">Moment the list reflects.</param>
    /// <param name="stopped">The entries.</param>
    public StopList(DateTimeOffset at, IEnumerable<StoppedPass> stopped) =>
        (At, _stopped) = (at, stopped.DistinctBy(line => line.Number).ToDictionary(line => line.Number, line => line.Kind));

    /// <summary>Moment the list reflects.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The entries, in order of number.</summary>
    public IReadOnlyList<StoppedPass> Lines => [.. _stopped.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => new StoppedPass(line.Key, line.Value))];

    /// <summary>The entry of a card that ended before its last day; null for any other card, including expired ones.</summary>
    public static StoppedPass? LineOf(HealthPass pass, DateOnly today) => pass.State switch
    {
        _ when today > pass.Validity.LastDay => null,
        PassState.Revoked => new(pass.Number, StopKind.Revoked),
        PassState.Lost or PassState.Damaged or PassState.Renewed or PassState.TakenBack => new(pass.Number, StopKind.Void),
        _ => null,
    };

    /// <summary>True if the list is not older than <see cref="Fresh"/>.</summary>
    public bool IsFresh(DateTimeOffset now) => now - At <= Fresh;

    /// <summary>The reason listed for a card, or null if not listed.</summary>
    public StopKind? KindOf(PassNumber number) => _stopped.TryGetValue(number.Value, out var kind) ? kind : null;
}

/// <summary>停用名单的一行 — a card number and the reason, no personal data.</summary>
/// <param name="Number">Card number, 20 characters.</param>
/// <param name="Kind">停用 or 作废.</param>
public sealed record StoppedPass(string Number, StopKind Kind);
