namespace HealthCode.Web.Data;

/// <summary>What all servers of a database know for a while: how far a job is and what came of it, how often somebody asked. Outside of any transaction, and expendable: it may be
/// gone after a restart.</summary>
public interface ISharedState
{
    /// <summary>The value of a key; null if there is none or its time has passed.</summary>
    T? Find<T>(string key)
        where T : class;

    /// <summary>Sets a value, replacing an earlier one.</summary>
    void Set<T>(string key, T value, TimeSpan life)
        where T : class;

    /// <summary>Sets a value unless there is one.</summary>
    /// <returns>The value that is there now.</returns>
    T Claim<T>(string key, T value, TimeSpan life)
        where T : class;

    void Remove(string key);

    /// <summary>Counts what happens in a window of time that begins with the first event and ends by itself.</summary>
    /// <param name="key">What is counted.</param>
    /// <param name="window">Length of the window.</param>
    /// <param name="add">How many to add; 0 only reads.</param>
    /// <returns>Events in the window, the added ones included.</returns>
    Task<int> CountAsync(string key, TimeSpan window, int add = 1);
}
