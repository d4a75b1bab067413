namespace HealthCode.Web.Security;

/// <summary>没交上去的表 — what was typed when the sign-in had run out, and where it was going. One a user; his alone; for an hour.</summary>
public sealed class KeptForm
{
    /// <summary>As much as is kept of one form.</summary>
    public const int LargestBytes = 512 * 1024;

    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private KeptForm(string userId, string scope, string address, IReadOnlyList<KeptField> fields, DateTimeOffset keptAt)
    {
        (UserId, Scope) = (userId, scope);
        (Address, Fields, KeptAt) = (address, fields, keptAt);
    }

    /// <summary>Whose it is.</summary>
    public string UserId { get; private set; }

    /// <summary>The digits the codes of his offices begin with: it is destroyed with their papers.</summary>
    public string Scope { get; private set; }

    /// <summary>Path and query.</summary>
    public string Address { get; private set; }

    /// <summary>As they were posted, passwords left out.</summary>
    public IReadOnlyList<KeptField> Fields { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset KeptAt { get; private set; }

    /// <summary>Keeps a form of a user.</summary>
    public static KeptForm Of(string userId, string scope, string address, IReadOnlyList<KeptField> fields, DateTimeOffset at) =>
        new(userId, scope, address, fields, at);

    /// <summary>A later form takes the place of the earlier one.</summary>
    public void Replace(string scope, string address, IReadOnlyList<KeptField> fields, DateTimeOffset at) =>
        (Scope, Address, Fields, KeptAt) = (scope, address, fields, at);
}

/// <summary>One field as it was posted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What was typed.</param>
public sealed record KeptField(string Name, string Value);
