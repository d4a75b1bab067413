using System.Collections.Concurrent;
using System.Security.Claims;

namespace HealthCode.Web.Pages.Account;

/// <summary>没交上去的表 — one a user, in memory only, until he has signed in again and for an hour at most.</summary>
public sealed class KeptForms(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, KeptForm> _forms = [];

    public void Keep(ClaimsPrincipal user, string address, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        foreach (var (id, _) in _forms.Where(kept => IsOver(kept.Value)))
        {
            _forms.TryRemove(id, out _);
        }

        _forms[Id(user)] = new(address, fields, time.GetUtcNow());
    }

    /// <summary>What this user could not hand in, or null.</summary>
    public KeptForm? Of(ClaimsPrincipal user) => _forms.TryGetValue(Id(user), out var form) && !IsOver(form) ? form : null;

    public void Drop(ClaimsPrincipal user) => _forms.TryRemove(Id(user), out _);

    private static string Id(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    private bool IsOver(KeptForm form) => time.GetUtcNow() - form.KeptAt > Life;
}
