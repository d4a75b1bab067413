using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>查验结论 — what the guard reads: never a name, an address or an answer to a health question.</summary>
/// <param name="Outcome">What it is worth.</param>
/// <param name="Number">编号, when there is one to speak of.</param>
/// <param name="LastDay">有效期至, when known.</param>
/// <param name="Issuer">Whose card.</param>
/// <param name="ByNumberOnly">Only the number was typed: it tells whether the card is in use, not whether this paper is it.</param>
/// <param name="ListOf">The day of the stop list that was asked, for a card of another office.</param>
public sealed record CheckVerdict(CheckOutcome Outcome, PassNumber? Number, DateOnly? LastDay, string Issuer, bool ByNumberOnly = false, DateOnly? ListOf = null)
{
    /// <summary>Not a card anybody here knows.</summary>
    public static CheckVerdict NotOurs { get; } = new(CheckOutcome.NotOurs, null, null, "");

    /// <summary>没读全: it says nothing of the card, and nothing is written down of it.</summary>
    public static CheckVerdict NotRead { get; } = new(CheckOutcome.NotRead, null, null, "");

    /// <summary>Whether a code was read as a whole.</summary>
    public bool IsRead => Outcome != CheckOutcome.NotRead;

    /// <summary>Whether the gate is open to it: a list that is too old, or a code that cannot be read, is not the holder's fault.</summary>
    public bool IsGood => Outcome is CheckOutcome.Valid or CheckOutcome.ListTooOld or CheckOutcome.NumberAlone;

    /// <summary>A card of an office of this server: its state of this moment.</summary>
    public static CheckVerdict Of(HealthPass pass, Office office, DateOnly today, bool byNumberOnly) => new(
        pass switch
        {
            { State: PassState.Revoked } => CheckOutcome.Revoked,
            { State: PassState.Lost or PassState.Damaged or PassState.Renewed } => CheckOutcome.Void,
            _ when office.EpidemicEndedOn is { } ended && today >= ended => CheckOutcome.Ended,
            _ when today > pass.Validity.LastDay => CheckOutcome.Expired,
            { State: PassState.HandedOver } => CheckOutcome.Valid,
            _ => CheckOutcome.NotHandedOver,
        },
        PassNumber.Restore(pass.Number),
        pass.Validity.LastDay,
        office.OfficialName,
        byNumberOnly);

    /// <summary>A card that bears, or may bear, the signature of a stolen key made after the theft.</summary>
    public static CheckVerdict OfStolenKey(PassNumber number, DateOnly? lastDay, string issuer, bool byNumberOnly) =>
        new(CheckOutcome.StolenKey, number, lastDay, issuer, byNumberOnly);

    /// <summary>The typed number of a card of another office: only its stop list can be asked.</summary>
    public static CheckVerdict OfNumber(PassNumber number, TrustedKey key, StopList? list) => new(
        list?.KindOf(number) switch
        {
            StopKind.Revoked => CheckOutcome.Revoked,
            StopKind.Void => CheckOutcome.Void,
            _ => CheckOutcome.NumberAlone,
        },
        number,
        null,
        key.OfficeName,
        true,
        DayOf(list));

    /// <summary>A card of another office: its signature was believed, its stop list is as old as it is.</summary>
    /// <param name="token">Genuine.</param>
    /// <param name="key">Who signed.</param>
    /// <param name="list">The office's stop list, or null when none was taken in.</param>
    /// <param name="now">At the gate.</param>
    /// <param name="today">The day there.</param>
    public static CheckVerdict Of(PassToken token, TrustedKey key, StopList? list, DateTimeOffset now, DateOnly today) => new(
        list?.KindOf(token.Number) switch
        {
            StopKind.Revoked => CheckOutcome.Revoked,
            StopKind.Void => CheckOutcome.Void,
            _ when today > token.Validity.LastDay => CheckOutcome.Expired,
            _ when list is null || !list.IsFresh(now) => CheckOutcome.ListTooOld,
            _ => CheckOutcome.Valid,
        },
        token.Number,
        token.Validity.LastDay,
        key.OfficeName,
        ListOf: DayOf(list));

    private static DateOnly? DayOf(StopList? list) => list is null ? null : BeijingTime.DayOf(list.At);
}
