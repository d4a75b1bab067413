using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>疫情解除登记 — the end date, entered by one user, effective when a second one confirms it (宁疫指办发〔2020〕63号 三(二)(四); DECISIONS.md D27).</summary>
public sealed class EpidemicEnd
{
    private EpidemicEnd(string officeCode, DateOnly? endsOn, DateOnly? replaces, string reason, DateTimeOffset enteredAt)
    {
        (OfficeCode, EndsOn, Replaces, Reason, EnteredAt) = (officeCode, endsOn, replaces, reason, enteredAt);
        (Notice, EnteredBy) = (null!, null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>依据: the official notice.</summary>
    public EndNotice Notice { get; private set; }

    /// <summary>解除日; null revokes an end that was entered by mistake.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The confirmed date that is corrected, or null.</summary>
    public DateOnly? Replaces { get; private set; }

    /// <summary>更正原因; empty for the first entry.</summary>
    public string Reason { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember EnteredBy { get; private set; }

    /// <summary>Time of entry.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>确认人.</summary>
    public StaffMember? ConfirmedBy { get; private set; }

    /// <summary>Time of confirmation, or null.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Time of withdrawal, or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>True while it awaits confirmation.</summary>
    public bool IsOpen => ConfirmedAt is null && WithdrawnAt is null;

    /// <summary>登记 — creates an unconfirmed entry.</summary>
    /// <param name="office">The office.</param>
    /// <param name="notice">The official notice.</param>
    /// <param name="endsOn">解除日; null revokes an earlier one.</param>
    /// <param name="reason">Reason for correcting an earlier one, else empty.</param>
    /// <param name="open">Another entry that awaits confirmation, or null.</param>
    /// <param name="destruction">The office's destruction record, or null if nothing has been destroyed.</param>
    /// <param name="by">登记人.</param>
    /// <param name="at">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">See <see cref="EpidemicEndRules"/>.</exception>
    public static EpidemicEnd Enter(Office office, EndNotice notice, DateOnly? endsOn, string reason, EpidemicEnd? open, DestructionRecord? destruction, StaffMember by, DateTimeOffset at, DateOnly today)
    {
        EpidemicEndRules.PapersThere.Require(destruction is null);
        EpidemicEndRules.OneAtATime.Require(open is null);
        RuleBrokenException.ThrowIfAny(EpidemicEndRules.Validate(office, notice, endsOn, reason, today));

        return new(office.Code, endsOn, office.EpidemicEndedOn, reason, at) { Notice = notice, EnteredBy = by };
    }

    /// <summary>确认 — by a second user; sets the end date of the office.</summary>
    /// <param name="office">The office.</param>
    /// <param name="readAloud">已逐字念过.</param>
    /// <param name="destruction">The office's destruction record, or null if nothing has been destroyed.</param>
    /// <param name="by">确认人.</param>
    /// <param name="at">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">Already confirmed or withdrawn, same user, not read aloud, or the destruction has begun.</exception>
    public void Confirm(Office office, bool readAloud, DestructionRecord? destruction, StaffMember by, DateTimeOffset at, DateOnly today)
    {
        RequireOpen();
        EpidemicEndRules.PapersThere.Require(destruction is null);
        EpidemicEndRules.SecondPerson.Require(by.UserName != EnteredBy.UserName);
        EpidemicEndRules.ReadAloud.Require(readAloud);

        (ConfirmedBy, ConfirmedAt) = (by, at);
        office.EndEpidemic(EndsOn, today);
    }

    /// <summary>撤回 — by the user who entered it, before it is confirmed.</summary>
    /// <exception cref="RuleBrokenException">Already confirmed or withdrawn, or entered by another user.</exception>
    public void Withdraw(StaffMember by, DateTimeOffset at)
    {
        RequireOpen();
        EpidemicEndRules.OwnEntry.Require(by.UserName == EnteredBy.UserName);

        WithdrawnAt = at;
    }

    private void RequireOpen() => EpidemicEndRules.StillOpen.Require(IsOpen);
}
