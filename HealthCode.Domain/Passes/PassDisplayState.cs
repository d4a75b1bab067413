using HealthCode.Domain.Offices;

namespace HealthCode.Domain.Passes;

/// <summary>卡的现状 — the state of a card as displayed: word and symbol, ● 有效 ◆ 待办 ▲ 注意 ■ 停用.</summary>
/// <param name="Word">Displayed word, e.g. 有效, 已到期, 停用.</param>
/// <param name="Tone">One of good, waiting, caution, ended.</param>
public sealed record PassDisplayState(string Word, string Tone)
{
    /// <summary>Days before the last day from which renewal is suggested.</summary>
    public const int EndingSoonDays = 3;

    /// <summary>The displayed state of a card on a day.</summary>
    public static PassDisplayState Of(HealthPass pass, Office office, DateOnly today) => pass switch
    {
        { State: PassState.Revoked or PassState.Lost or PassState.Damaged or PassState.Renewed or PassState.TakenBack } => new(pass.State.ChineseName(), "ended"),
        _ when office.EpidemicEndedOn is { } ended && today >= ended => new("疫情解除，停止使用", "ended"),
        _ when today > pass.Validity.LastDay => new("已到期", "ended"),
        { State: PassState.HandedOver } when pass.Validity.DaysLeft(today) <= EndingSoonDays => new("有效，" + pass.Validity.LeftInWords(today), "caution"),
        { State: PassState.HandedOver } => new("有效", "good"),
        _ => new(pass.State.ChineseName(), "waiting"),
    };
}
