using System.Text.Json;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Pages.Shared;

/// <summary>清单的查找框 — what a list is searched for. It is posted and then travels as an encrypted token, since it may be a name and names do not
/// stand in addresses.</summary>
public sealed class ListSearch(TimeLimitedToken tokens)
{
    /// <summary>Name of the token in the query string.</summary>
    public const string Key = "of";

    private const int Longest = 60;

    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>What is looked for; empty for all.</summary>
    public string TextOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return tokens.Read(request.Query[Key]) is { What: var what } ? JsonSerializer.Deserialize<string>(what) ?? "" : "";
    }

    /// <summary>The address of this list with what is looked for; filters and order are kept.</summary>
    public string AddressOf(HttpRequest request, string? text)
    {
        ArgumentNullException.ThrowIfNull(request);
        var clean = FreeText.TryParse(text, Longest, out var read, out _) ? read : "";
        var kept = Listing.Kept(request).Where(each => each.Key != Key).Select(each => KeyValuePair.Create(each.Key, (string?)each.Value));
        return request.PathBase + request.Path + QueryString.Create(clean.Length == 0 ? kept : kept.Append(new(Key, tokens.Issue(JsonSerializer.Serialize(clean), Life))));
    }
}
