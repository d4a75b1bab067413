namespace HealthCode.Web.Data.Entities;

/// <summary>没交上去的表 — what was typed when the sign-in had run out, and where it was going. One a user; his alone; for an hour.</summary>
public sealed class PendingPost
{
    /// <summary>As much as is kept of one form.</summary>
    public const int LargestBytes = 512 * 1024;

    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private PendingPost(string userId, string scope, string address, IReadOnlyList<PostedField> fields, DateTimeOffset savedAt)
    {
        (UserId, Scope) = (userId, scope);
        (Address, Fields, SavedAt) = (address, fields, savedAt);
    }

    /// <summary>Whose it is.</summary>
    public string UserId { get; private set; }

    /// <summary>The digits the codes of his offices begin with: it is destroyed with their papers.</summary>
    public string Scope { get; private set; }

    /// <summary>Path and query.</summary>
    public string Address { get; private set; }

    /// <summary>As they were posted, passwords left out.</summary>
    public IReadOnlyList<PostedField> Fields { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Keeps a form of a user.</summary>
    public static PendingPost Of(string userId, string scope, string address, IReadOnlyList<PostedField> fields, DateTimeOffset at) =>
        new(userId, scope, address, fields, at);

    /// <summary>A later form takes the place of the earlier one.</summary>
    public void Replace(string scope, string address, IReadOnlyList<PostedField> fields, DateTimeOffset at) =>
        (Scope, Address, Fields, SavedAt) = (scope, address, fields, at);
}

/// <summary>One field as it was posted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What was typed.</param>
public sealed record PostedField(string Name, string Value);
