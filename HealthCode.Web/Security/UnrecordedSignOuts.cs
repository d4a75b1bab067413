using System.Collections.Concurrent;

namespace HealthCode.Web.Security;

/// <summary>没记下的退出 — sign-ins whose end could not be written because the disk is full: a copy of their cookie is refused all the same, until the program ends.</summary>
public sealed class UnrecordedSignOuts
{
    private readonly ConcurrentDictionary<string, bool> _sessions = [];

    public void Add(string session) => _sessions.TryAdd(session, true);

    public bool Contains(string session) => _sessions.ContainsKey(session);
}
