using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Observations;

/// <summary>医学观察 — of one resident, from its first day to its end.</summary>
public sealed class Observation
{
    /// <summary>Characters of the name of an institution, of a document, of a person.</summary>
    public const int LongestLine = 60;

    private Observation(string officeCode, long residentId, ObservationPlace place, DateOnly startedOn, int? days, DateTimeOffset enteredAt)
    {
        (OfficeCode, ResidentId, Place, StartedOn, Days, EnteredAt) = (officeCode, residentId, place, startedOn, days, enteredAt);
        (Details, EnteredBy) = (null!, null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The resident of its roster.</summary>
    public long ResidentId { get; private set; }

    /// <summary>居家, 集中, 隔离机构.</summary>
    public ObservationPlace Place { get; private set; }

    /// <summary>开始观察日期: not counted, the day after is day 1 (DECISIONS.md D15).</summary>
    public DateOnly StartedOn { get; private set; }

    /// <summary>Days it takes by the rules in force when it began; null where they set no number.</summary>
    public int? Days { get; private set; }

    /// <summary>缘由 and what the notice wants kept.</summary>
    public ObservationDetails Details { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember EnteredBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>How it ended; null while it goes on.</summary>
    public ObservationEnd? End { get; private set; }

    /// <summary>The clause it speaks to, at a review; null where it speaks to none (宁疫指办发〔2020〕63号 一(二)).</summary>
    public RefusalClause? Clause => Details.Ground switch
    {
        HealthGround.Case or HealthGround.FeverCase => RefusalClause.Patient,
        HealthGround.CloseContact => RefusalClause.CloseContact,
        HealthGround.Returnee => RefusalClause.Returnee,
        HealthGround.HighRisk => RefusalClause.HighRiskContact,
        _ => null,
    };

    /// <summary>开始观察.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="ObservationRules.Validate"/>; he is under observation already.</exception>
    public static Observation Start(
        Resident resident, ObservationPlace place, DateOnly startedOn, ObservationDetails details, IReadOnlyList<Observation> earlier, RulePack pack, StaffMember by, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. ObservationRules.Validate(place, startedOn, details, pack.HealthCode, BeijingTime.DayOf(now)),
            .. earlier.Any(each => each.EndedOn is null) ? [ObservationRules.OneAtATime.Broken()] : Array.Empty<Breach>(),
        ]);

        return new(resident.OfficeCode, resident.Id, place, startedOn, pack.HealthCode.ObservationDays, now) { Details = details, EnteredBy = by };
    }

    /// <summary>Whether he was in the hands of an institution on a day, so that it could report.</summary>
    public bool IsInInstitution(DateOnly day) => Place != ObservationPlace.Home && day >= StartedOn && (EndedOn is null || day <= EndedOn);

    /// <summary>第几天: the first day is not counted.</summary>
    public int DayOn(DateOnly today) => today.DayNumber - StartedOn.DayNumber;

    /// <summary>The days of observation passed and missing; null where the rules set no number.</summary>
    /// <param name="today">The day of counting.</param>
    public DayCount? Count(DateOnly today) => Days is { } days ? new(StartedOn, days, EndedOn < today ? EndedOn.Value : today) : null;

    /// <summary>换观察地点.</summary>
    /// <exception cref="RuleBrokenException">It has ended; an institution without a name.</exception>
    public void Move(ObservationPlace place, string institution)
    {
        ObservationRules.GoesOn.Require(EndedOn is null);
        RuleBrokenException.ThrowIfAny(ObservationRules.ValidatePlace(place, institution));

        (Place, Details) = (place, Details with { Institution = institution });
    }

    /// <summary>解除观察 — ① ③ ④ by the counted days with nothing to bring, ② by the date of release with the document or who told it.</summary>
    /// <exception cref="RuleBrokenException">Ended already; too early; nobody told it.</exception>
    public void Finish(ObservationEnd end, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(ObservationRules.ValidateEnd(this, end, today));

        (EndedOn, End) = (end.On, end);
    }

    /// <summary>「医学观察第 9 天（2月25日起）」 or how it ended, for the review page.</summary>
    public string Sentence(DateOnly today) => End is { } end
        ? $"{StartedOn.ChineseShort()}起医学观察，{end.On.ChineseShort()}{(end.Document.Length > 0 ? $"凭{end.Document}" : end.ToldBy.Length > 0 ? $"由{end.ToldBy}告知" : "天数已满，")}解除"
        : $"医学观察：{Count(today)?.Sentence ?? $"{StartedOn.Chinese()}起，今天第 {DayOn(today)} 天"}";
}
