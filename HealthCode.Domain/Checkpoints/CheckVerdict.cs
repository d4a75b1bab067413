using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>查验结论 — the check result shown to the guard; never contains a name, an address or a health answer.</summary>
/// <param name="Outcome">Result.</param>
/// <param name="Number">编号, or null if none was read.</param>
/// <param name="LastDay">有效期至, or null if unknown.</param>
/// <param name="Issuer">Name of the issuing office.</param>
/// <param name="ByNumberOnly">True if only the number was typed: the card's state is known, but not whether the presented paper is genuine.</param>
/// <param name="ListOf">Day of the stop list used, for a card of another office.</param>
public sealed record CheckVerdict(CheckOutcome Outcome, PassNumber? Number, DateOnly? LastDay, string Issuer, bool ByNumberOnly = false, DateOnly? ListOf = null)
{
    /// <summary>Verdict for a code or number that is not a known card.</summary>
    public static CheckVerdict NotOurs { get; } = new(CheckOutcome.NotOurs, null, null, "");

    /// <summary>没读全: the input could not be read completely; such a check is not recorded.</summary>
    public static CheckVerdict NotRead { get; } = new(CheckOutcome.NotRead, null, null, "");

    /// <summary>True unless the outcome is <see cref="CheckOutcome.NotRead"/>.</summary>
    public bool IsRead => Outcome != CheckOutcome.NotRead;

    /// <summary>True if the holder may pass; an outdated stop list or an unreadable QR code is not the holder's fault.</summary>
    public bool IsGood => Outcome is CheckOutcome.Valid or CheckOutcome.ListTooOld or CheckOutcome.NumberAlone;

    /// <summary>Verdict on a card issued on this server, from its current state.</summary>
    public static CheckVerdict Of(HealthPass pass, Office office, DateOnly today, bool byNumberOnly) => new(
        pass switch
        {
            { State: PassState.Revoked } => CheckOutcome.Revoked,
            { State: PassState.Lost or PassState.Damaged or PassState.Renewed or PassState.TakenBack } => CheckOutcome.Void,
            _ when office.EpidemicEndedOn is { } ended && today >= ended => CheckOutcome.Ended,
            _ when today > pass.Validity.LastDay => CheckOutcome.Expired,
            { State: PassState.HandedOver } => CheckOutcome.Valid,
            _ => CheckOutcome.NotHandedOver,
        },
        PassNumber.Restore(pass.Number),
        pass.Validity.LastDay,
        office.OfficialName,
        byNumberOnly);

    /// <summary>Verdict on a card that was, or may have been, signed with a stolen key after the theft.</summary>
    public static CheckVerdict OfStolenKey(PassNumber number, DateOnly? lastDay, string issuer, bool byNumberOnly) =>
        new(CheckOutcome.StolenKey, number, lastDay, issuer, byNumberOnly);

    /// <summary>Verdict on the typed number of another office's card; only the stop list can be consulted.</summary>
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

    /// <summary>Verdict on the scanned code of another office's card with a valid signature.</summary>
    /// <param name="token">Content of the code; its signature has been verified.</param>
    /// <param name="key">The key that signed it.</param>
    /// <param name="list">The issuing office's stop list, or null if none was imported.</param>
    /// <param name="now">Current time.</param>
    /// <param name="today">Current day.</param>
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
