using System.Text.Json;

namespace HealthCode.Web.Pages.Shared;

/// <summary>下一步 — a link beside the message that says what was done.</summary>
/// <param name="Text">What is done there, e.g. 打印告知单.</param>
/// <param name="Address">Its address on this server.</param>
/// <param name="Key">Keyboard shortcut, e.g. Alt+J.</param>
/// <param name="IsAgainst">The paper that tells somebody what was decided against him: the main step, opened in a window of its own.</param>
public sealed record NextStep(string Text, string Address, string Key, bool IsAgainst = false)
{
    /// <summary>The steps a page model reported; empty if none.</summary>
    public static IReadOnlyList<NextStep> Read(object? reported) => reported is string json ? JsonSerializer.Deserialize<NextStep[]>(json) ?? [] : [];
}
