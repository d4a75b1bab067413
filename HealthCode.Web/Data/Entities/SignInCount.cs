namespace HealthCode.Web.Data.Entities;

/// <summary>试了几次 — sign-in attempts of a PC or for an unknown user name.</summary>
public sealed class SignInCount
{
    private SignInCount(string key, int count, DateTimeOffset at) => (Key, Count, At) = (key, count, at);

    /// <summary>Address of a PC, or hash of a user name.</summary>
    public string Key { get; private set; }

    /// <summary>Number of attempts.</summary>
    public int Count { get; private set; }

    /// <summary>Start of the window for a PC; time of the last attempt for a name.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>锁定到, for a name.</summary>
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>Starts a count at zero.</summary>
    public static SignInCount Begin(string key, DateTimeOffset at) => new(key, 0, at);

    /// <summary>Counts an attempt of a PC; restarts at zero after the window.</summary>
    public void CountWithin(TimeSpan window, DateTimeOffset at)
    {
        if (at >= At + window || at < At)
        {
            (Count, At) = (0, at);
        }

        Count++;
    }

    /// <summary>Counts a failure for a name; after <paramref name="most"/> failures the name is locked and the count restarts, as for an existing user.</summary>
    public void Fail(int most, TimeSpan locked, DateTimeOffset at)
    {
        (Count, At) = (Count + 1, at);
        if (Count >= most)
        {
            (Count, LockedUntil) = (0, at + locked);
        }
    }
}
