using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Venues;

/// <summary>场所 — a place people go into, with who answers for it: applied for by one, checked and approved by another (冀防领办〔2020〕169号 附件 四3; DECISIONS.md D50).</summary>
/// <remarks>Closed, never deleted, because posters, checks and entries refer to it. It is no gate: whoever passes a gate is written down by the gate's own rules.</remarks>
public sealed class Venue
{
    private Venue(string officeCode, int number)
    {
        (OfficeCode, Number, Name, Kind, Address) = (officeCode, number, "", "", "");
        (Applicant, ApplicantKey, EnteredBy) = (null!, "", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>场所编号, unique within the office and never given again; the number on posters and lists.</summary>
    public int Number { get; private set; }

    /// <summary>The number as printed and typed, four digits at least, e.g. 0007.</summary>
    public string NumberText => Number.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>名称.</summary>
    public string Name { get; private set; }

    /// <summary>类别: one that the province's notice names.</summary>
    public string Kind { get; private set; }

    /// <summary>地址.</summary>
    public string Address { get; private set; }

    /// <summary>申领人.</summary>
    public VenueApplicant Applicant { get; private set; }

    /// <summary>The applicant's document; stays after the venue has been closed.</summary>
    public string ApplicantKey { get; private set; }

    /// <summary>The same while the venue lives, else null: one applicant has one living venue.</summary>
    public string? LivingKey { get; private set; }

    /// <summary>申领日.</summary>
    public DateOnly AppliedOn { get; private set; }

    /// <summary>登记人, or who changed it last: never its approver.</summary>
    public StaffMember EnteredBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>为什么改; empty while nothing approved was changed.</summary>
    public string ChangedFor { get; private set; } = "";

    /// <summary>待核、已核准、未核准、停用.</summary>
    public VenueState State { get; private set; } = VenueState.AwaitingApproval;

    /// <summary>核准时看到的材料, or why it was not approved; empty while it waits.</summary>
    public string Findings { get; private set; } = "";

    /// <summary>核准人; null while it waits.</summary>
    public StaffMember? DecidedBy { get; private set; }

    /// <summary>When; null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>启用日: the day of the first approval; null before.</summary>
    public DateOnly? OpenedOn { get; private set; }

    /// <summary>停用日.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>停用原因.</summary>
    public string ClosedFor { get; private set; } = "";

    /// <summary>Waits or is approved: its applicant has no other.</summary>
    public bool IsLiving => State is VenueState.AwaitingApproval or VenueState.Approved;

    /// <summary>登记.</summary>
    /// <param name="office">The office.</param>
    /// <param name="number">The next number of its series.</param>
    /// <param name="details">What stands on the application.</param>
    /// <param name="others">Living venues of the same applicant; the page looks them up.</param>
    /// <param name="by">登记人.</param>
    /// <param name="now">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">See <see cref="VenueRules.Validate"/>.</exception>
    public static Venue Register(Office office, int number, VenueDetails details, IReadOnlyList<Venue> others, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        var venue = new Venue(office.Code, number);
        RuleBrokenException.ThrowIfAny(VenueRules.Validate(details, venue, others, office.RulesOn(today), today));

        venue.Describe(details, by, now);
        return venue;
    }

    /// <summary>改登记、换申领人: another one has to check it again, with the reason where it was decided before.</summary>
    /// <param name="details">What stands on the application now.</param>
    /// <param name="reason">Why; needed once it was approved or not approved.</param>
    /// <param name="others">Living venues of the same applicant.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="now">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">Closed; no reason; see <see cref="VenueRules.Validate"/>.</exception>
    public void Change(VenueDetails details, string reason, IReadOnlyList<Venue> others, RulePack pack, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        VenueRules.StillUsed.Require(State != VenueState.Closed);
        RuleBrokenException.ThrowIfAny(
        [
            .. VenueRules.Validate(details, this, others, pack, today),
            .. DecidedBy is not null && reason.Length == 0 ? [VenueRules.ChangeExplained.Broken(field: VenueField.Reason)] : Array.Empty<Breach>(),
        ]);

        Describe(details, by, now);
        (ChangedFor, Findings, DecidedBy, DecidedAt) = (DecidedBy is null && ChangedFor.Length > 0 && reason.Length == 0 ? ChangedFor : reason, "", null, null);
    }

    /// <summary>核准, by another than who entered it.</summary>
    /// <param name="seen">看到的材料, e.g. 营业执照和本人身份证.</param>
    /// <param name="by">核准人.</param>
    /// <param name="now">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">Not waiting; entered by the same; not said what was seen.</exception>
    public void Approve(string seen, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        RequireDecision(by);
        VenueRules.SeenNamed.Require(seen.Length > 0);

        (State, Findings, DecidedBy, DecidedAt) = (VenueState.Approved, seen, by, now);
        OpenedOn ??= today;
    }

    /// <summary>不核准, with the reason; the applicant may apply for another.</summary>
    /// <exception cref="RuleBrokenException">Not waiting; entered by the same; no reason.</exception>
    public void Decline(string reason, StaffMember by, DateTimeOffset now)
    {
        RequireDecision(by);
        VenueRules.DeclineExplained.Require(reason.Length > 0);

        (State, Findings, DecidedBy, DecidedAt, LivingKey) = (VenueState.Declined, reason, by, now, null);
    }

    /// <summary>停用.</summary>
    /// <exception cref="RuleBrokenException">Closed already; no reason.</exception>
    public void Close(string reason, DateOnly today)
    {
        VenueRules.StillUsed.Require(State != VenueState.Closed);
        VenueRules.CloseExplained.Require(reason.Length > 0);

        (State, ClosedOn, ClosedFor, LivingKey) = (VenueState.Closed, today, reason, null);
    }

    /// <summary>Whether people could go in on a day: from the first approval to the day of closing.</summary>
    public bool WasOpenOn(DateOnly day) => OpenedOn is { } first && first <= day && !(ClosedOn < day);

    private void Describe(VenueDetails details, StaffMember by, DateTimeOffset now)
    {
        (Name, Kind, Address, Applicant, AppliedOn) = (details.Name, details.Kind, details.Address, details.Applicant!, details.AppliedOn!.Value);
        (EnteredBy, EnteredAt, State) = (by, now, VenueState.AwaitingApproval);
        ApplicantKey = Applicant.Document.Key!;
        LivingKey = ApplicantKey;
    }

    private void RequireDecision(StaffMember by)
    {
        VenueRules.Awaits.Require(State == VenueState.AwaitingApproval);
        VenueRules.ApprovedByAnother.Require(by.UserName != EnteredBy.UserName);
    }
}

/// <summary>场所的状态.</summary>
public enum VenueState
{
    /// <summary>待核.</summary>
    AwaitingApproval = 1,

    /// <summary>已核准.</summary>
    Approved = 2,

    /// <summary>未核准.</summary>
    Declined = 3,

    /// <summary>停用.</summary>
    Closed = 4,
}
