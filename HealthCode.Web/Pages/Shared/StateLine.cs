namespace HealthCode.Web.Pages.Shared;

/// <summary>A sentence about how something stands, with its shape: ● in order, ▲ to be seen to, ■ bad.</summary>
/// <param name="Tone">As of a <see cref="Badge"/>: "good", "caution" or "ended".</param>
/// <param name="Sentence">What is the case, and what to do.</param>
/// <param name="Page">Where it is mended; empty for nowhere.</param>
/// <param name="Go">Text of the link.</param>
public sealed record StateLine(string Tone, string Sentence, string Page = "", string Go = "")
{
    /// <summary>In order.</summary>
    public bool IsGood => Tone == "good";

    /// <summary>The shape that says so without colour.</summary>
    public string Sign => Tone switch { "good" => "●", "caution" => "▲", _ => "■" };
}
