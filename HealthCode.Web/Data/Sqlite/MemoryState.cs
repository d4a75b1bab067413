using System.Collections.Concurrent;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>The state of a program that is alone on its database.</summary>
public sealed class MemoryState(TimeProvider time) : ISharedState
{
    private const int SweepAbove = 1000;

    private readonly ConcurrentDictionary<string, Entry> _entries = [];
    private readonly ConcurrentDictionary<string, Counted> _counts = [];

    public T? Find<T>(string key)
        where T : class => _entries.TryGetValue(key, out var entry) && entry.Until > time.GetUtcNow() ? (T)entry.Value : null;

    public void Set<T>(string key, T value, TimeSpan life)
        where T : class
    {
        Sweep();
        _entries[key] = new(value, time.GetUtcNow() + life);
    }

    public T Claim<T>(string key, T value, TimeSpan life)
        where T : class => (T)_entries.GetOrAdd(key, new Entry(value, time.GetUtcNow() + life)).Value;

    public void Remove(string key) => _entries.TryRemove(key, out _);

    /// <summary>By the time that passes, not by the clock: one that is set back would keep a guard waiting.</summary>
    public Task<int> CountAsync(string key, TimeSpan window, int add = 1)
    {
        Sweep();
        var (now, length) = (Environment.TickCount64, (long)window.TotalMilliseconds);
        return Task.FromResult(_counts.AddOrUpdate(
            key,
            _ => new(add, now + length),
            (_, counted) => counted.Until > now ? counted with { Number = counted.Number + add } : new(add, now + length)).Number);
    }

    private void Sweep()
    {
        if (_entries.Count + _counts.Count <= SweepAbove)
        {
            return;
        }

        foreach (var (key, _) in _entries.Where(entry => entry.Value.Until <= time.GetUtcNow()))
        {
            _entries.TryRemove(key, out _);
        }

        foreach (var (key, _) in _counts.Where(counted => counted.Value.Until <= Environment.TickCount64))
        {
            _counts.TryRemove(key, out _);
        }
    }

    private sealed record Entry(object Value, DateTimeOffset Until);

    private sealed record Counted(int Number, long Until);
}
