using System.Collections.Concurrent;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Security;

/// <summary>登录记数 — one sign-in a user: the newest. Which one that is stands in the user's row, and is remembered here for a moment.</summary>
public sealed class Sessions(TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<string, (string? Session, DateTimeOffset At)> _known = [];
    private readonly ConcurrentDictionary<string, bool> _ended = [];

    public async Task<string?> CurrentAsync(OfficeDb db, string userId)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(userId, out var known) && now - known.At < Moment && now >= known.At)
        {
            return StillOpen(known.Session);
        }

        var session = await db.Users.Where(user => user.Id == userId).Select(user => user.SessionId).SingleOrDefaultAsync();
        _known[userId] = (session, now);
        return StillOpen(session);
    }

    /// <summary>Somebody has signed out: it holds at once, and also when his row cannot be written.</summary>
    public void End(string? session)
    {
        if (session is not null)
        {
            _ended.TryAdd(session, true);
        }
    }

    /// <summary>A sign-in began or ended: the next request asks the row.</summary>
    public void Forget(string userId) => _known.TryRemove(userId, out _);

    private string? StillOpen(string? session) => session is not null && _ended.ContainsKey(session) ? null : session;
}
