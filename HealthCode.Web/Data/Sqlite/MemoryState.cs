using System.Collections.Concurrent;

namespace HealthCode.Web.Data.Sqlite;

/// <summary>The state of a program that is alone on its database.</summary>
public sealed class MemoryState(TimeProvider time) : ISharedState
{
    private const int SweepAbove = 1000;

    private readonly ConcurrentDictionary<string, Entry> _entries = [];

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

    public int Count(string key, TimeSpan window, int add = 1)
    {
        Sweep();
        var now = time.GetUtcNow();
        return (int)_entries.AddOrUpdate(
            key,
            _ => new(add, now + window),
            (_, entry) => entry.Until > now ? entry with { Value = (int)entry.Value + add } : new(add, now + window)).Value;
    }

    private void Sweep()
    {
        if (_entries.Count <= SweepAbove)
        {
            return;
        }

        foreach (var (key, _) in _entries.Where(entry => entry.Value.Until <= time.GetUtcNow()))
        {
            _entries.TryRemove(key, out _);
        }
    }

    private sealed record Entry(object Value, DateTimeOffset Until);
}
