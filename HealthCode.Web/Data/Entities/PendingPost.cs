namespace HealthCode.Web.Data.Entities;

/// <summary>没交上去的表 — form data posted after the session expired, with its target address. One per user, visible only to that user, kept for an hour.</summary>
public sealed class PendingPost
{
    /// <summary>Maximum size of a stored form.</summary>
    public const int LargestBytes = 512 * 1024;

    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private PendingPost(string userId, string scope, string address, IReadOnlyList<PostedField> fields, DateTimeOffset savedAt)
    {
        (UserId, Scope) = (userId, scope);
        (Address, Fields, SavedAt) = (address, fields, savedAt);
    }

    /// <summary>The user.</summary>
    public string UserId { get; private set; }

    /// <summary>The user's scope: it is destroyed with the data of these offices.</summary>
    public string Scope { get; private set; }

    /// <summary>Path and query.</summary>
    public string Address { get; private set; }

    /// <summary>The posted fields, without passwords.</summary>
    public IReadOnlyList<PostedField> Fields { get; private set; }

    /// <summary>When it was posted.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Creates a stored form.</summary>
    public static PendingPost Of(string userId, string scope, string address, IReadOnlyList<PostedField> fields, DateTimeOffset at) =>
        new(userId, scope, address, fields, at);

    /// <summary>Replaces the earlier form of the user.</summary>
    public void Replace(string scope, string address, IReadOnlyList<PostedField> fields, DateTimeOffset at) =>
        (Scope, Address, Fields, SavedAt) = (scope, address, fields, at);
}

/// <summary>One posted form field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record PostedField(string Name, string Value);
