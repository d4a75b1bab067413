using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Passes;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>一个人 — the last 14 days, the official result beside what the rules give, observation, visits and cards.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : HealthRecordPageModel(db, currentUser, clock)
{
    /// <summary>Days of check-ins that are listed.</summary>
    public const int ShownDays = 28;

    private const int ShownVisits = 20;
    private const int StripDays = 14;

    public DerivedStatus? Derived { get; private set; }

    public IReadOnlyList<DayMark> Strip { get; private set; } = [];

    public TemperatureCurve Curve { get; private set; } = null!;

    /// <summary>Of the last <see cref="ShownDays"/> days, the newest first.</summary>
    public IReadOnlyList<DailyCheckIn> CheckIns { get; private set; } = [];

    /// <summary>The last <see cref="ShownVisits"/>, the newest first.</summary>
    public IReadOnlyList<FollowUpVisit> Visits { get; private set; } = [];

    /// <summary>待随访 that are open, the oldest first.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; private set; } = [];

    public IReadOnlyList<HealthPass> Passes { get; private set; } = [];

    /// <summary>今天还可更正几次, once he has checked in; null where the notices set no number.</summary>
    public int? CorrectionsLeft => CheckIns.Any(checkIn => checkIn.Day == Today) ? DailyCheckIn.CorrectionsLeft(CheckIns, Terms.Corrections, Today) : null;

    /// <summary>Whether a screen shown then is no longer good (联防联控机制综发〔2020〕123号 问题三).</summary>
    public bool IsOutdated(OfficialResult official) => Terms.ScreenMinutes is { } minutes && Now - official.SeenAt > TimeSpan.FromMinutes(minutes);

    /// <summary>官方结果和推算不一致; the official one is right.</summary>
    public bool Differs => Record.Status.LatestOfficial is { } official && Derived is { } derived && official.Result != derived.Result;

    public async Task OnGetAsync()
    {
        await accessLog.OpenedAsync(Record.Resident, "健康记录");
        var checkIns = Db.CheckIns.AsNoTracking().Where(checkIn => checkIn.ResidentId == Id);
        var reported = (await checkIns.ReportedDaysAsync())[Id].ToList();
        Derived = DerivedStatus.Of(Terms, Record.Status.Facts(reported), Today);
        var days = reported.ToLookup(day => day.Day);
        Strip = [.. Enumerable.Range(0, StripDays).Select(back => Today.AddDays(back + 1 - StripDays)).Select(day => DayMark.Of(day, days[day], Today))];
        var first = Today.AddDays(1 - ShownDays);
        CheckIns = await checkIns.Where(checkIn => checkIn.Day >= first).OrderByDescending(checkIn => checkIn.Day).ThenByDescending(checkIn => checkIn.Id).ToListAsync();
        Curve = TemperatureCurve.Of(CheckIns, Today, StripDays);
        FollowUps = await Db.FollowUps.AsNoTracking().Where(followUp => followUp.ResidentId == Id && followUp.ClosedAt == null).OrderBy(followUp => followUp.OpenedAt).ToListAsync();
        Visits = await Db.Visits.AsNoTracking().Where(visit => visit.ResidentId == Id).OrderByDescending(visit => visit.At).Take(ShownVisits).ToListAsync();
    }

    protected override async Task ShowAsync() =>
        Passes = await Db.Passes.AsNoTracking().Where(pass => pass.PersonKey == Record.Resident.PersonKey).OrderByDescending(pass => pass.Id).Take(3).ToListAsync();
}
