using System.Text.Json;
using HealthCode.Web.Disclosures;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Disclosures;

/// <summary>查询凭条 — token that identifies the resident in the address of the history and its print without his ID number.</summary>
public sealed class DisclosureToken(TimeLimitedToken tokens)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public string Issue(DisclosureSubject papers) => tokens.Issue(JsonSerializer.Serialize(papers), Life);

    /// <summary>Returns the resident's records; null if the token is invalid or expired.</summary>
    public DisclosureSubject? Read(string? token)
    {
        try
        {
            return tokens.Read(token) is { } held ? JsonSerializer.Deserialize<DisclosureSubject>(held.What) : null;
        }
        catch (JsonException)
        {
            // A valid TimeLimitedToken that was issued for another purpose.
            return null;
        }
    }
}
