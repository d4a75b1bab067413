using System.Collections.Concurrent;

namespace HealthCode.Web.Security;

/// <summary>没记下的退出 — sessions whose sign-out could not be saved because the disk is full; their cookies are rejected until the server
/// restarts. Not among what servers share: that lies on the same disk.</summary>
public sealed class UnrecordedSignOuts
{
    private readonly ConcurrentDictionary<string, bool> _sessions = [];

    public void Add(string session) => _sessions.TryAdd(session, true);

    public bool Contains(string session) => _sessions.ContainsKey(session);
}
