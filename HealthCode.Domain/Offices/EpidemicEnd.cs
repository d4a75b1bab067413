using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>疫情解除登记 — the end as a notice declares it, entered by one person and confirmed by another who has read aloud what follows. Nothing changes before (宁疫指办发〔2020〕63号 三(二)(四); DECISIONS.md D27).</summary>
public sealed class EpidemicEnd
{
    private EpidemicEnd(string officeCode, DateOnly? endsOn, DateOnly? replaces, string reason, DateTimeOffset enteredAt)
    {
        (OfficeCode, EndsOn, Replaces, Reason, EnteredAt) = (officeCode, endsOn, replaces, reason, enteredAt);
        (Notice, EnteredBy) = (null!, null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>依据.</summary>
    public EndNotice Notice { get; private set; }

    /// <summary>解除日; null takes back an end that was entered by mistake.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The confirmed day it corrects, or null.</summary>
    public DateOnly? Replaces { get; private set; }

    /// <summary>更正原因; empty for the first one.</summary>
    public string Reason { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember EnteredBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>确认人.</summary>
    public StaffMember? ConfirmedBy { get; private set; }

    /// <summary>When; null until then.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When it was withdrawn, or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Whether it waits for the second person.</summary>
    public bool IsOpen => ConfirmedAt is null && WithdrawnAt is null;

    /// <summary>登记 — the first of the two.</summary>
    /// <param name="office">Whose.</param>
    /// <param name="notice">What it rests on.</param>
    /// <param name="endsOn">解除日; null takes an earlier one back.</param>
    /// <param name="reason">Why an earlier one is corrected.</param>
    /// <param name="open">One that waits already, or null.</param>
    /// <param name="destruction">Of the office's papers, or null while nothing has been destroyed.</param>
    /// <param name="by">登记人.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="RuleBrokenException">See <see cref="EpidemicEndRules"/>.</exception>
    public static EpidemicEnd Enter(Office office, EndNotice notice, DateOnly? endsOn, string reason, EpidemicEnd? open, DestructionRecord? destruction, StaffMember by, DateTimeOffset at, DateOnly today)
    {
        EpidemicEndRules.PapersThere.Require(destruction is null);
        EpidemicEndRules.OneAtATime.Require(open is null);
        RuleBrokenException.ThrowIfAny(EpidemicEndRules.Against(office, notice, endsOn, reason, today));

        return new(office.Code, endsOn, office.EpidemicEndedOn, reason, at) { Notice = notice, EnteredBy = by };
    }

    /// <summary>确认 — the second person has read it aloud; from here on it holds.</summary>
    /// <param name="office">Whose.</param>
    /// <param name="readAloud">已逐字念过.</param>
    /// <param name="destruction">Of the office's papers, or null while nothing has been destroyed.</param>
    /// <param name="by">确认人.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="RuleBrokenException">Done or withdrawn, by the one who entered it, not read, or too late.</exception>
    public void Confirm(Office office, bool readAloud, DestructionRecord? destruction, StaffMember by, DateTimeOffset at, DateOnly today)
    {
        RequireOpen();
        EpidemicEndRules.PapersThere.Require(destruction is null);
        EpidemicEndRules.SecondPerson.Require(by.UserName != EnteredBy.UserName);
        EpidemicEndRules.ReadAloud.Require(readAloud);

        (ConfirmedBy, ConfirmedAt) = (by, at);
        office.EndEpidemic(EndsOn, today);
    }

    /// <summary>撤回 — by who entered it, as long as nobody has confirmed.</summary>
    /// <exception cref="RuleBrokenException">Done or withdrawn, or somebody else's.</exception>
    public void Withdraw(StaffMember by, DateTimeOffset at)
    {
        RequireOpen();
        EpidemicEndRules.OwnEntry.Require(by.UserName == EnteredBy.UserName);

        WithdrawnAt = at;
    }

    private void RequireOpen() => EpidemicEndRules.StillOpen.Require(IsOpen);
}
