using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;

namespace HealthCode.Web.Pages.Shared;

/// <summary>A state shown by word, shape and colour: ● 有效 ◆ 待办 ▲ 注意 ■ 停用.</summary>
/// <param name="Word">The state.</param>
/// <param name="Tone">"good", "waiting", "caution" or "ended".</param>
public sealed record Badge(string Word, string Tone)
{
    /// <summary>Suffix of the CSS class (state-…) for this tone.</summary>
    public string Style => Tone switch { "good" => "valid", "waiting" => "open", "caution" => "warn", _ => "stop" };

    public static Badge Of(DeclarationState state) => new(state.ChineseName(), state switch
    {
        DeclarationState.AwaitingReview => "waiting",
        DeclarationState.Returned => "caution",
        DeclarationState.Approved => "good",
        _ => "ended",
    });

    public static Badge Of(PassDisplayState standing) => new(standing.Word, standing.Tone);
}
