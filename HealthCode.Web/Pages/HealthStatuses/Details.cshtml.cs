using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>一个人 — the last 14 days, the official result beside what the rules give, observation, visits and cards.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : HealthRecordPageModel(db, currentUser, clock)
{
    private const int StripDays = 14;

    public DerivedStatus? Derived { get; private set; }

    public IReadOnlyList<DayMark> Strip { get; private set; } = [];

    public TemperatureCurve Curve { get; private set; } = null!;

    public IReadOnlyList<HealthPass> Passes { get; private set; } = [];

    /// <summary>A case is noted that is not cured.</summary>
    public bool AwaitsCure => Record.Status.Grounds.Any(each => each.Ground is HealthGround.Case or HealthGround.FeverCase && each.CuredOn is null);

    /// <summary>官方结果和推算不一致; the official one is right.</summary>
    public bool Differs => Record.Status.LatestOfficial is { } official && Derived is { } derived && official.Result != derived.Result;

    public async Task OnGetAsync()
    {
        await accessLog.OpenedAsync(Record.Resident, "健康记录");
        Derived = Record.Derived(Terms, Today);
        var days = Record.Days.ToLookup(day => day.Day);
        Strip = [.. Enumerable.Range(0, StripDays).Select(back => Today.AddDays(back + 1 - StripDays)).Select(day => DayMark.Of(day, days[day], Today))];
        Curve = TemperatureCurve.Of(Record.CheckIns, Today, StripDays);
    }

    protected override async Task ShowAsync() =>
        Passes = await Db.Passes.AsNoTracking().Where(pass => pass.PersonKey == Record.Resident.PersonKey).OrderByDescending(pass => pass.Id).Take(3).ToListAsync();
}
