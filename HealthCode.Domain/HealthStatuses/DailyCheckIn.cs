using HealthCode.Domain.Observations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>健康打卡 — one report of one person for one day, with every earlier version of it.</summary>
public sealed class DailyCheckIn
{
    private DailyCheckIn(string officeCode, long residentId, DateOnly day, CheckInChannel channel, DateTimeOffset at)
    {
        (OfficeCode, ResidentId, Day, Channel, At) = (officeCode, residentId, day, channel, at);
        (Content, By, Earlier) = (null!, null!, []);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The resident of its roster.</summary>
    public long ResidentId { get; private set; }

    /// <summary>打卡日期: the day it is about.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>打卡方式.</summary>
    public CheckInChannel Channel { get; private set; }

    /// <summary>The answers.</summary>
    public CheckInContent Content { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>记录人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>补录: who told it on its day, and when; null when it was written down that day.</summary>
    public LateEntry? Late { get; private set; }

    /// <summary>姓名、证件号码、手机号 under which it was declared, where no correction may change them; null elsewhere.</summary>
    public DeclaredIdentity? DeclaredAs { get; private set; }

    /// <summary>Version of the answers, from 1.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>What stood there before, the oldest first.</summary>
    public IReadOnlyList<CheckInVersion> Earlier { get; private set; }

    /// <summary>The moment of telling, by which the day is known: of a late entry the moment it was told.</summary>
    public DateTimeOffset ToldAt => Late?.ToldAt ?? At;

    /// <summary>申报次数 on a calendar day: the first report, if it was told then, and every correction that the person made then. A clerk's slip is none
    /// (冀防领办〔2020〕169号 附件 四1).</summary>
    public int DeclarationsOn(DateOnly day) => (BeijingTime.DayOf(Late?.ToldAt ?? (Earlier.Count > 0 ? Earlier[0].At : At)) == day ? 1 : 0) + CorrectionsOn(day);

    /// <summary>Something in it was found not normal; kept beside the answers for lists that open none of them.</summary>
    public bool FoundAbnormal { get; private set; }

    /// <summary>What the engine needs of it.</summary>
    public ReportedDay Reported => ReportedDay.Of(Day, Channel, FoundAbnormal);

    /// <summary>打卡.</summary>
    /// <param name="resident">Whose.</param>
    /// <param name="person">His record.</param>
    /// <param name="observation">His newest observation; null when there is none.</param>
    /// <param name="day">The day it is about.</param>
    /// <param name="channel">How the office learnt it.</param>
    /// <param name="content">The answers.</param>
    /// <param name="late">For a day that is over: who told it on that day, and when.</param>
    /// <param name="ofDay">The check-ins of the same person and day.</param>
    /// <param name="pack">The office's pack.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">See <see cref="CheckInRules"/>.</exception>
    public static DailyCheckIn Enter(
        Resident resident, HealthStatus person, Observation? observation, DateOnly day, CheckInChannel channel, CheckInContent content, LateEntry? late, IReadOnlyList<DailyCheckIn> ofDay, RulePack pack, StaffMember by, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. resident.WasHere(day) ? [] : new[] { HealthStatusRules.IsHere.Broken() },
            .. channel == CheckInChannel.Institution && observation?.IsInInstitution(day) != true ? [CheckInRules.IsInstitution.Broken(field: CheckInField.Channel)] : Array.Empty<Breach>(),
            .. OnDay(day, late, BeijingTime.DayOf(now)),
            .. CheckInRules.Validate(pack.HealthCode.CheckIn, content, channel, day),
            .. Among(ofDay, channel, late?.ToldAt ?? now, pack.HealthCode.Corrections),
        ]);

        person.TakeReport(day);
        return new(person.OfficeCode, person.ResidentId, day, channel, now)
        {
            Content = content, FoundAbnormal = !content.IsNormal, By = by, Late = day < BeijingTime.DayOf(now) ? late : null,
            DeclaredAs = pack.HealthCode.Corrections is { KeepsIdentity: true } ? DeclaredIdentity.Of(resident) : null,
        };
    }

    /// <summary>更正 — keeps what stood there as a version.</summary>
    /// <param name="resident">Whose.</param>
    /// <param name="content">The answers now.</param>
    /// <param name="kind">Whose mistake it was.</param>
    /// <param name="reason">Why.</param>
    /// <param name="checkIns">The person's check-ins of the last weeks, this one among them.</param>
    /// <param name="pack">The office's pack.</param>
    /// <param name="by">Who corrects.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">No reason, no change, no correction left today, or another name, number or telephone than it was declared with.</exception>
    public void Correct(Resident resident, CheckInContent content, CheckInCorrection kind, string reason, IReadOnlyList<DailyCheckIn> checkIns, RulePack pack, StaffMember by, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. reason.Length == 0 ? [CheckInRules.CorrectionHasReason.Broken(field: CheckInField.Reason)] : Array.Empty<Breach>(),
            .. content.SameAs(Content) ? [CheckInRules.CorrectionChanges.Broken()] : Array.Empty<Breach>(),
            .. kind == CheckInCorrection.ByPerson ? Quota(checkIns, pack.HealthCode.Corrections, BeijingTime.DayOf(now)) : [],
            .. kind == CheckInCorrection.ByPerson && DeclaredAs is { } declared && declared != DeclaredIdentity.Of(resident) ? [CheckInRules.IdentityStays.Broken()] : Array.Empty<Breach>(),
            .. CheckInRules.Validate(pack.HealthCode.CheckIn, content, Channel, Day),
        ]);

        Earlier = [.. Earlier, new(Version, Content, kind, reason, By, At)];
        (Content, FoundAbnormal, By, At, Version) = (content, !content.IsNormal, by, now, Version + 1);
    }

    /// <summary>How often the person may still correct on a day; null where the notices set no number.</summary>
    /// <param name="checkIns">His check-ins of that day, and those of earlier days that he may have corrected on it.</param>
    /// <param name="quota">What the notices say.</param>
    /// <param name="day">The day of the correction.</param>
    public static int? CorrectionsLeft(IReadOnlyList<DailyCheckIn> checkIns, CorrectionQuota? quota, DateOnly day) =>
        quota is null ? null
        : Math.Max(0, quota.DeclarationsADay - Math.Max(1, quota.CountsDeclarations ? checkIns.Sum(each => each.DeclarationsOn(day)) : 1 + checkIns.Sum(each => each.CorrectionsOn(day))));

    /// <summary>Corrections by the person made on a day; a version says why it was replaced, and the next one when.</summary>
    private int CorrectionsOn(DateOnly day) => Earlier.Index()
        .Count(version => version.Item.Kind == CheckInCorrection.ByPerson && BeijingTime.DayOf(version.Index + 1 < Earlier.Count ? Earlier[version.Index + 1].At : At) == day);

    private static IEnumerable<Breach> OnDay(DateOnly day, LateEntry? late, DateOnly today)
    {
        if (day > today)
        {
            yield return CheckInRules.NotInFuture.Broken(field: CheckInField.Day);
        }
        else if (day < today && (late is null || late.ToldBy.Length == 0 || BeijingTime.DayOf(late.ToldAt) != day))
        {
            yield return CheckInRules.LateSaysWhoAndWhen.Broken(field: CheckInField.Late);
        }
    }

    private static IEnumerable<Breach> Among(IReadOnlyList<DailyCheckIn> ofDay, CheckInChannel channel, DateTimeOffset at, CorrectionQuota? quota)
    {
        if (ofDay.Any(each => each.Channel == channel && (each.ToldAt - at).Duration() < CheckInRules.LeastApart))
        {
            return [CheckInRules.NotTwice.Broken(field: CheckInField.Channel)];
        }

        return ofDay.Count > 0 && quota is { CountsDeclarations: true } ? Quota(ofDay, quota, BeijingTime.DayOf(at)) : [];
    }

    private static IEnumerable<Breach> Quota(IReadOnlyList<DailyCheckIn> checkIns, CorrectionQuota? quota, DateOnly day) =>
        CorrectionsLeft(checkIns, quota, day) == 0 ? [CheckInRules.WithinQuota.Broken($"{quota!.DeclarationsADay} 次。")] : [];
}

/// <summary>补录 — a day's report written down on a later day.</summary>
/// <param name="ToldBy">谁告诉的.</param>
/// <param name="ToldAt">When, on the day itself.</param>
public sealed record LateEntry(string ToldBy, DateTimeOffset ToldAt);

/// <summary>申报时的身份.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Number">证件号码, empty for who has none.</param>
/// <param name="Phone">手机号, empty for who has none.</param>
public sealed record DeclaredIdentity(string Name, string Number, string Phone)
{
    /// <summary>As the roster has it now.</summary>
    public static DeclaredIdentity Of(Resident resident) => new(resident.Person.Name.Value, resident.Person.Document.Number, resident.Phone?.Value ?? "");
}

/// <summary>What a check-in said before it was corrected.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Content">The answers then.</param>
/// <param name="Kind">Whose mistake it was.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="By">Who had written it down.</param>
/// <param name="At">When.</param>
public sealed record CheckInVersion(int Number, CheckInContent Content, CheckInCorrection Kind, string Reason, StaffMember By, DateTimeOffset At);

/// <summary>Whose mistake a correction mends.</summary>
public enum CheckInCorrection
{
    /// <summary>本人更正: a declaration of its own, counted where the notices count.</summary>
    ByPerson = 1,

    /// <summary>录入笔误: of the office, never counted.</summary>
    ClerkSlip = 2,
}
