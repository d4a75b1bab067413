using HealthCode.Domain.Checkpoints;

namespace HealthCode.Web.Pages.Shared;

/// <summary>The coloured band that tells a guard what was found.</summary>
public static class GateBand
{
    /// <summary>The tone of a card that is not simply valid: the name of its colour in the style sheet.</summary>
    public static string Tone(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.ListTooOld or CheckOutcome.NotHandedOver or CheckOutcome.NumberAlone or CheckOutcome.NotRead => "caution",
        _ => "stop",
    };
}
