namespace HealthCode.Web.Pages.Passes;

/// <summary>The ticked cards, and who collects them.</summary>
public sealed class PassBatchInput : HandOverInput
{
    /// <summary>Keys of the cards ticked.</summary>
    public List<long> Cards { get; set; } = [];
}
