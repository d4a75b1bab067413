using System.Collections.Concurrent;
using HealthCode.Web.Hosting;

namespace HealthCode.Web.Security;

/// <summary>输过的验证码 — each is good once, though a telephone shows it for half a minute and it is believed a little longer.</summary>
public sealed class UsedCodes(OfficeClock clock)
{
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<(string User, string Code), DateTimeOffset> _taken = new();

    /// <summary>Takes a code for a user; false when he has used it.</summary>
    public bool Take(string user, string code)
    {
        var now = clock.Now;
        foreach (var (taken, at) in _taken)
        {
            if (at < now - Believed)
            {
                _taken.TryRemove(taken, out _);
            }
        }

        return _taken.TryAdd((user, code), now);
    }

    /// <summary>It did not open: nobody has used it.</summary>
    public void GiveBack(string user, string code) => _taken.TryRemove((user, code), out _);
}
