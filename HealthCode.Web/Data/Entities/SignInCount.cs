namespace HealthCode.Web.Data.Entities;

/// <summary>试了几次 — how often a PC, or somebody under a name that nobody has, tried to sign in.</summary>
public sealed class SignInCount
{
    private SignInCount(string key, int count, DateTimeOffset at) => (Key, Count, At) = (key, count, at);

    /// <summary>The address of a PC, or the mark of a name.</summary>
    public string Key { get; private set; }

    /// <summary>How often.</summary>
    public int Count { get; private set; }

    /// <summary>Since when a PC is counted; of a name, the last attempt.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>锁定到, of a name.</summary>
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>Nothing counted yet.</summary>
    public static SignInCount Begin(string key, DateTimeOffset at) => new(key, 0, at);

    /// <summary>Another attempt of a PC; counted from nothing when the time is over.</summary>
    public void CountWithin(TimeSpan window, DateTimeOffset at)
    {
        if (at >= At + window || at < At)
        {
            (Count, At) = (0, at);
        }

        Count++;
    }

    /// <summary>Another failure under a name: after so many it is locked, and counted from nothing, as a user is.</summary>
    public void Fail(int most, TimeSpan locked, DateTimeOffset at)
    {
        (Count, At) = (Count + 1, at);
        if (Count >= most)
        {
            (Count, LockedUntil) = (0, at + locked);
        }
    }
}
