using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Venues;

/// <summary>States of venues and of their doors as words with shape and colour.</summary>
public static class VenueBadges
{
    public static Badge Of(VenueState state) => new(state.ChineseName(), state switch
    {
        VenueState.AwaitingApproval => "waiting",
        VenueState.Approved => "good",
        VenueState.Declined => "caution",
        _ => "ended",
    });

    /// <summary>The last look at the door; null when there was none.</summary>
    public static Badge Of(PostingCheck? check) =>
        check is null ? new("没有检查过", "waiting")
        : check.IsOpen ? new($"{check.On.ChineseShort()}缺 {check.Missing.Count()} 张", "caution")
        : new($"{(check.MendedOn ?? check.On).ChineseShort()}齐全", "good");
}
