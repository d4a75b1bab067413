using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>一条登记 — a slip of one of the registers, as keyed in the office. Nothing in it refuses anybody anything.</summary>
/// <remarks>Corrected with a reason and voided, never deleted before the end of the epidemic.</remarks>
public sealed class RegisterEntry
{
    private RegisterEntry(string officeCode, RegisterKind kind, int number, DateTimeOffset enteredAt)
    {
        (OfficeCode, Kind, Number, EnteredAt, Version) = (officeCode, kind, number, enteredAt, 1);
        (Content, Former, EnteredBy) = (null!, [], null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The register.</summary>
    public RegisterKind Kind { get; private set; }

    /// <summary>第几号, from 1, within the office and register.</summary>
    public int Number { get; private set; }

    /// <summary>编号 of the printed slip; null when it has none.</summary>
    public int? SlipNumber { get; private set; }

    /// <summary>单位、医院、药店; null for who returns.</summary>
    public long? FacilityId { get; private set; }

    /// <summary>登记、就诊或购药日期.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What the slip says.</summary>
    public RegisterContent Content { get; private set; }

    /// <summary>Who is on the slip, see <see cref="RegisterContent.PersonKey"/>; stored as a hash.</summary>
    public string? PersonKey
    {
        get => Content.PersonKey;
        private set { }
    }

    /// <summary>Whom the entry is about, see <see cref="RegisterContent.SubjectKey"/>; stored as a hash.</summary>
    public string? SubjectKey
    {
        get => Content.SubjectKey;
        private set { }
    }

    /// <summary>What is still to be done.</summary>
    public PendingStep Pending { get; private set; }

    /// <summary>Since when, or by when; null when nothing is to be done.</summary>
    public DateOnly? PendingOn { get; private set; }

    /// <summary>隔离结束: the day on which he was told; null before.</summary>
    public DateOnly? IsolationEndedOn { get; private set; }

    /// <summary>录入人.</summary>
    public StaffMember EnteredBy { get; private set; }

    /// <summary>录入时间.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>第几版, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>What stood there before, the oldest first.</summary>
    public IReadOnlyList<FormerContent> Former { get; private set; }

    /// <summary>作废日; null while it counts.</summary>
    public DateOnly? VoidedOn { get; private set; }

    /// <summary>It counts.</summary>
    public bool IsValid => VoidedOn is null;

    /// <summary>录入一条登记.</summary>
    /// <param name="office">The office.</param>
    /// <param name="number">The next number of its series.</param>
    /// <param name="slip">The slip it stands on.</param>
    /// <param name="content">What the slip says.</param>
    /// <param name="earlier">Valid entries of the same register and person, and of the same day.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="by">录入人.</param>
    /// <param name="now">Current time.</param>
    /// <exception cref="RuleBrokenException">See <see cref="RegisterRules.Validate"/>; keyed already.</exception>
    public static RegisterEntry Key(Office office, int number, Slip slip, RegisterContent content, IReadOnlyList<RegisterEntry> earlier, RulePack pack, StaffMember by, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny([.. RegisterRules.Validate(slip, content, pack, BeijingTime.DayOf(now)), .. RegisterRules.ValidateOnce(slip, content, earlier)]);

        var entry = new RegisterEntry(office.Code, content.Kind, number, now) { EnteredBy = by };
        entry.Take(slip, content, pack);
        return entry;
    }

    /// <summary>改正; what stood there before is kept.</summary>
    /// <param name="version">第几版 was on the screen.</param>
    /// <param name="slip">The slip.</param>
    /// <param name="content">What it says.</param>
    /// <param name="reason">Why.</param>
    /// <param name="earlier">Valid entries of the same register and person, and of the same day, this one among them.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">Current time.</param>
    /// <exception cref="RuleBrokenException">Void; changed meanwhile; no reason; see <see cref="RegisterRules.Validate"/>.</exception>
    public void Correct(int version, Slip slip, RegisterContent content, string reason, IReadOnlyList<RegisterEntry> earlier, RulePack pack, StaffMember by, DateTimeOffset now)
    {
        RequireChangeable(version);
        RuleBrokenException.ThrowIfAny(
        [
            .. RegisterRules.Validate(slip, content, pack, BeijingTime.DayOf(now)), .. RegisterRules.ValidateOnce(slip, content, [.. earlier.Where(other => other.Id != Id)]),
            .. reason.Length == 0 ? [RegisterRules.ChangeHasReason.Broken(field: RegisterField.Reason)] : Array.Empty<Breach>(),
        ]);

        Change(reason, by, now);
        Take(slip, content, pack);
    }

    /// <summary>到了: the arrival of who was expected, and his isolation if there is one.</summary>
    /// <exception cref="RuleBrokenException">Nobody is expected; see <see cref="Returnee"/>.</exception>
    public void Arrive(DateOnly on, DateOnly? isolationFrom, DateOnly? isolationTo, string isolationPlace, RulePack pack, StaffMember by, DateTimeOffset now)
    {
        RegisterRules.IsExpected.Require(IsValid && Pending == PendingStep.Arrival);
        var content = (Returnee)Content with { ArrivedOn = on, IsolationFrom = isolationFrom, IsolationTo = isolationTo, IsolationPlace = isolationPlace };
        RuleBrokenException.ThrowIfAny(RegisterRules.Validate(ToSlip(), content, pack, BeijingTime.DayOf(now)));

        Change("到达", by, now);
        Take(ToSlip(), content, pack);
    }

    /// <summary>隔离结束，已告知.</summary>
    /// <exception cref="RuleBrokenException">Not isolated; not over yet.</exception>
    public void EndIsolation(DateOnly today)
    {
        RegisterRules.IsIsolated.Require(IsValid && Pending == PendingStep.Isolation);
        RegisterRules.IsolationIsOver.Require(((Returnee)Content).IsolationTo is null || PendingOn <= today, $"{PendingOn!.Value.Chinese()}。");

        (IsolationEndedOn, Pending, PendingOn) = (today, PendingStep.None, null);
    }

    /// <summary>撤回隔离结束: it was the wrong entry.</summary>
    /// <exception cref="RuleBrokenException">It has not ended; void.</exception>
    public void ResumeIsolation(RulePack pack, StaffMember by, DateTimeOffset now)
    {
        RegisterRules.HasEnded.Require(IsValid && IsolationEndedOn is not null);

        Change("撤回隔离结束", by, now);
        IsolationEndedOn = null;
        Take(ToSlip(), Content, pack);
    }

    /// <summary>核实患者: whose medicine it was.</summary>
    /// <exception cref="RuleBrokenException">Nobody is looked for; the buyer himself.</exception>
    public void IdentifyPatient(IdentityDocument document, RulePack pack, StaffMember by, DateTimeOffset now)
    {
        RegisterRules.PatientUnknown.Require(IsValid && Pending == PendingStep.Patient);
        var purchase = (MedicinePurchase)Content;
        var content = purchase with { Patient = purchase.Patient! with { Document = document } };
        RuleBrokenException.ThrowIfAny(RegisterRules.Validate(ToSlip(), content, pack, BeijingTime.DayOf(now)));

        Change("核实患者", by, now);
        Take(ToSlip(), content, pack);
    }

    /// <summary>问不到患者: nobody could say whose medicine it was; it belongs to nobody.</summary>
    /// <exception cref="RuleBrokenException">Nobody is looked for; not said how he was looked for.</exception>
    public void LeavePatientUnknown(string words, RulePack pack, StaffMember by, DateTimeOffset now)
    {
        RegisterRules.PatientUnknown.Require(IsValid && Pending == PendingStep.Patient);
        RuleBrokenException.ThrowIfAny(words.Length == 0 ? [RegisterRules.SearchExplained.Broken(field: RegisterField.Note)] : []);

        var purchase = (MedicinePurchase)Content;
        Change("问不到患者：" + words, by, now);
        Take(ToSlip(), purchase with { Patient = purchase.Patient! with { NotFound = words } }, pack);
    }

    /// <summary>作废 of an entry that was keyed by mistake.</summary>
    /// <exception cref="RuleBrokenException">Void already; changed meanwhile; no reason.</exception>
    public void Void(int version, string reason, StaffMember by, DateTimeOffset now)
    {
        RequireChangeable(version);
        RuleBrokenException.ThrowIfAny(reason.Length == 0 ? [RegisterRules.ChangeHasReason.Broken(field: RegisterField.Reason)] : []);

        Change("作废：" + reason, by, now);
        (VoidedOn, Pending, PendingOn) = (BeijingTime.DayOf(now), PendingStep.None, null);
    }

    /// <summary>The slip it stands on.</summary>
    public Slip ToSlip() => new(On, SlipNumber, FacilityId);

    /// <summary>「购药登记第 7 号」: how other records refer to it.</summary>
    public string ReferenceIn(RegisterForm form) => $"{form.Name}第 {Number} 号";

    private void RequireChangeable(int version)
    {
        RegisterRules.StillValid.Require(IsValid);
        RegisterRules.NotChangedMeanwhile.Require(Version == version);
    }

    private void Change(string reason, StaffMember by, DateTimeOffset now) => (Former, Version) = ([.. Former, new(Content, reason, by, now)], Version + 1);

    private void Take(Slip slip, RegisterContent content, RulePack pack)
    {
        (On, SlipNumber, FacilityId) = (slip.On, slip.Number, slip.FacilityId);
        var former = Content as Returnee;
        Content = content is Returnee returnee ? returnee.WithCountedEnd(pack) : content;
        if (Content is Returnee now && former is not null && (now.IsolationFrom, now.IsolationTo) != (former.IsolationFrom, former.IsolationTo))
        {
            // Another isolation than the one that ended.
            IsolationEndedOn = null;
        }

        (Pending, PendingOn) = Content.PendingOn(On) is { } open && !(open.Step == PendingStep.Isolation && IsolationEndedOn is not null) ? (open.Step, open.On) : (PendingStep.None, (DateOnly?)null);
    }
}

/// <summary>What stands on a slip beside its content.</summary>
/// <param name="On">登记、就诊或购药日期.</param>
/// <param name="Number">编号; null when the slip has none.</param>
/// <param name="FacilityId">单位、医院、药店; null for who returns.</param>
public sealed record Slip(DateOnly On, int? Number, long? FacilityId);

/// <summary>What stood in an entry before a change.</summary>
/// <param name="Content">What it said.</param>
/// <param name="Reason">Why it was changed.</param>
/// <param name="By">Who changed it.</param>
/// <param name="At">When.</param>
public sealed record FormerContent(RegisterContent Content, string Reason, StaffMember By, DateTimeOffset At);
