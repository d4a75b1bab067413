using HealthCode.Domain.Supervision;
using HealthCode.Domain.Tips;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Tips;

/// <summary>States of tips and their moments as words with shape and colour.</summary>
public static class TipBadges
{
    public static Badge Of(TipState state) => new(state.ChineseName(), state switch
    {
        TipState.Reported => "good",
        TipState.Linked => "ended",
        _ => "waiting",
    });

    /// <summary>How long until the next step, or how long it is over; null when it has no moment.</summary>
    public static Badge? Due(DateTimeOffset? due, DateTimeOffset now) =>
        due is not { } moment ? null
        : now > moment ? new($"超时，{TimeLeft.Words(moment, now)}", "caution")
        : new(TimeLeft.Words(moment, now), "waiting");

    /// <summary>What comes next.</summary>
    public static string Next(TipState state) => state switch
    {
        TipState.Received => "派发",
        TipState.Dispatched => "上门",
        TipState.Visited => "反馈",
        TipState.Answered => "上报",
        _ => "",
    };
}
