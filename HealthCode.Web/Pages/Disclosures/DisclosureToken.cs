using System.Text.Json;
using HealthCode.Web.Disclosures;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Disclosures;

/// <summary>查询凭条 — leads from the number that was typed to the history and its print without the number.</summary>
public sealed class DisclosureToken(TimeLimitedToken tokens)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public string Issue(DisclosureSubject papers) => tokens.Issue(JsonSerializer.Serialize(papers), Life);

    /// <summary>Whose papers, or null when the ticket is none or too old.</summary>
    public DisclosureSubject? Read(string? token)
    {
        try
        {
            return tokens.Read(token) is { } held ? JsonSerializer.Deserialize<DisclosureSubject>(held.What) : null;
        }
        catch (JsonException)
        {
            // A ticket for something else.
            return null;
        }
    }
}
