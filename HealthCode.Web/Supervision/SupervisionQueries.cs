using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Offices;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Supervision;

/// <summary>Queries of supervision that several pages and reports share.</summary>
public static class SupervisionQueries
{
    private const string Evening = "office-evening";
    private const string Morning = "office-morning";

    /// <summary>The office's own settings; the usual ones until they are changed.</summary>
    public static async Task<SupervisionSettings> SupervisionSettingsAsync(this OfficeDb db, Office office) =>
        await db.SupervisionSettings.AsNoTracking().SingleOrDefaultAsync(settings => settings.OfficeCode == office.Code) ?? SupervisionSettings.Usual(office);

    /// <summary>The card of this office with a number as typed; null if it is none of its cards.</summary>
    public static async Task<HealthPass?> CardOfOfficeAsync(this OfficeDb db, string officeCode, string typed) => PassNumber.TryParse(typed, out var number)
        ? await db.Passes.AsNoTracking().SingleOrDefaultAsync(pass => pass.OfficeCode == officeCode && pass.Number == number.Value) : null;

    /// <summary>What is due now, soonest first: today's day of every daily deadline, yesterday's if somebody is missing, and what is due once until everybody has reported.</summary>
    public static Task<IReadOnlyList<DeadlineDay>> DueNowAsync(this OfficeDb db, string officeCode, DateOnly today) =>
        DueNowAsync(db.Deadlines.Where(deadline => deadline.OfficeCode == officeCode), db.DeadlineReports.Where(report => report.OfficeCode == officeCode), today);

    /// <summary>The same of all offices within reach.</summary>
    public static Task<IReadOnlyList<DeadlineDay>> DueNowAsync(this OfficeDb db, DateOnly today) => DueNowAsync(db.Deadlines, db.DeadlineReports, today);

    private static async Task<IReadOnlyList<DeadlineDay>> DueNowAsync(IQueryable<Deadline> of, IQueryable<DeadlineReport> with, DateOnly today)
    {
        var yesterday = today.AddDays(-1);
        var deadlines = await of.AsNoTracking().Where(deadline => deadline.LastDay == null || deadline.LastDay >= yesterday).ToListAsync();
        var ids = deadlines.Where(deadline => !deadline.IsDaily).Select(deadline => deadline.Id).ToList();
        var reports = (await with.AsNoTracking().Where(report => report.Day >= yesterday || ids.Contains(report.DeadlineId)).ToListAsync()).ToLookup(report => (report.DeadlineId, report.Day));
        return
        [
            .. deadlines.SelectMany(deadline => (deadline.IsDaily ? [yesterday, today] : (DateOnly[])[deadline.FirstDay]).Where(deadline.IsDueOn).Select(day => new DeadlineDay(deadline, day, [.. reports[(deadline.Id, day)]])))
                .Where(due => due.Day >= today || !due.IsComplete).OrderBy(due => due.DueAt).ThenBy(due => due.Deadline.Id),
        ];
    }

    /// <summary>Every day from the first to the last on which a deadline is due, with who has reported.</summary>
    public static IReadOnlyList<DeadlineDay> DaysOf(Deadline deadline, IEnumerable<DeadlineReport> reports, DateOnly first, DateOnly last)
    {
        var byDay = reports.Where(report => report.DeadlineId == deadline.Id).ToLookup(report => report.Day);
        var (from, to) = (first > deadline.FirstDay ? first : deadline.FirstDay, deadline.IsDaily ? last : deadline.FirstDay < last ? deadline.FirstDay : last);
        return [.. Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays).Where(deadline.IsDueOn).Select(day => new DeadlineDay(deadline, day, [.. byDay[day]]))];
    }

    /// <summary>What an office may add with one click: what its notices set; where they set no hours of the day, its own two.</summary>
    public static async Task<IReadOnlyList<(string Code, DeadlineDue Due)>> SuggestedDeadlinesAsync(this OfficeDb db, RulePack pack)
    {
        var hours = await db.DeadlinesAsync();
        return
        [
            .. pack.Supervision.Deadlines.Select(term => (term.Code, new DeadlineDue(term.Title, term.Citation.Place, term.Day, term.Time, term.Reporters, term.To))),
            .. pack.Supervision.Deadlines.Any(term => term.Day is null) ? [] : new[]
            {
                (Evening, new DeadlineDue("当天的情况", "", null, hours.Group, ["各网格"], "组长")), (Morning, new DeadlineDue("前一天的汇总", "", null, hours.Office, ["组长"], "村（居）委会")),
            },
        ];
    }

    /// <summary>Risk areas named in these places that counted while somebody was there.</summary>
    public static async Task<IReadOnlyList<RiskAreaHit>> RiskAreasInAsync(this OfficeDb db, string officeCode, IReadOnlyCollection<TypedPlace> places)
    {
        if (places.Count == 0)
        {
            return [];
        }

        var (first, last) = (places.Min(place => place.FirstDay), places.Max(place => place.LastDay));
        return RiskAreaMatcher.Find(
            await db.RiskAreas.AsNoTracking().Where(area => area.OfficeCode == officeCode && area.WithdrawnAt == null && area.FirstDay <= last && (area.LastDay == null || area.LastDay >= first))
                .OrderByDescending(area => area.FirstDay).ThenBy(area => area.Id).ToListAsync(),
            places);
    }

    /// <summary>The addresses of a form with their days: where the applicant lived, and where he is going.</summary>
    public static IReadOnlyList<TypedPlace> PlacesOf(DeclarationContent content, DateOnly today) =>
    [
        .. content.Stays.Select(stay => new TypedPlace(stay.Address, stay.FirstDay, stay.LastDay ?? today)),
        new(content.Travel.Destination, content.Travel.On ?? today, content.Travel.On ?? today),
    ];

    /// <summary>The addresses of a check-in with their days: where the person is, and the places of the itinerary.</summary>
    public static IReadOnlyList<TypedPlace> PlacesOf(CheckInContent content, string address, DateOnly day) =>
        [new(address, day, day), new(content.Address, day, day), .. content.Itinerary.Select(stop => new TypedPlace(stop.Place, stop.Day, stop.Day))];
}
