using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例场所 — seven venues in all states, with looks at their doors, one of them with something missing, and who stands there.</summary>
public sealed class DemoVenues(OfficeDb db, OfficeClock clock, StaffMember clerk, StaffMember reviewer)
{
    // By their place among the kinds of the notice.
    private static readonly (string Name, int Kind, string Address, int DaysAgo)[] Places =
    [
        ("样例村便民服务中心", 6, "村委会院内", 18), ("样例村卫生室", 12, "村委会东侧", 18), ("样例村小学", 1, "村西头", 16), ("老马小卖部", 8, "3组路口", 14),
        ("样例村集市", 7, "村口广场", 12), ("兴旺面粉厂", 14, "村北 2 公里", 2), ("路边饭馆", 17, "国道旁", 9),
    ];

    /// <summary>Adds the sample data; call inside a transaction, after the residents are saved.</summary>
    public async Task FillAsync(Office office)
    {
        var pack = office.RulesOn(clock.Today);
        var people = await db.Residents.Where(resident => resident.OfficeCode == office.Code).OrderBy(resident => resident.Id).Skip(100).Take(60).ToListAsync();
        var applicants = people.Where(resident => resident.Person.Document is { Kind: IdentityDocumentKind.ResidentIdCard, SavedDespiteFault: false }).Take(Places.Length).ToList();
        List<Venue> venues = [];
        foreach (var ((name, kind, address, daysAgo), applicant) in Places.Zip(applicants))
        {
            venues.Add(db.Venues.Add(await RegisterAsync(office, pack, new(
                name, pack.Venues.Kinds[Math.Min(kind, pack.Venues.Kinds.Count - 1)], address, new(applicant.Person.Name, applicant.Person.Document, applicant.Phone), clock.Today.AddDays(-daysAgo)), daysAgo)).Entity);
        }

        await db.SaveChangesAsync();
        foreach (var (i, venue) in venues.Index().Where(each => each.Item.State == VenueState.Approved))
        {
            LookAt(venue, i, pack);
            db.DoorDuties.Add(DoorDuty.Assign(venue, people[^(i + 1)].Person.Name.Value, clock.Today.AddDays(-2), clock.Today.AddDays(12), new(8, 0), new(18, 0), [], clerk));
        }
    }

    private async Task<Venue> RegisterAsync(Office office, RulePack pack, VenueDetails details, int daysAgo)
    {
        var (day, at) = (clock.Today.AddDays(-daysAgo), clock.Now.AddDays(-daysAgo));
        var venue = Venue.Register(office, await db.NextVenueNumberAsync(office), details, [], clerk, at, day);
        // The newest one waits; the one beside the road was not approved.
        if (details.Kind == pack.Venues.Kinds[^1])
        {
            venue.Decline("不在本村地界，请到邻村申领", reviewer, at);
        }
        else if (daysAgo > 2)
        {
            venue.Approve("本人身份证和村委会的房屋登记", reviewer, at.AddHours(2) < clock.Now ? at.AddHours(2) : at, day);
        }

        return venue;
    }

    /// <summary>The first doors are complete, one after it was mended; the market lacks two sheets; the shop was never looked at.</summary>
    private void LookAt(Venue venue, int i, RulePack pack)
    {
        if (i == 3)
        {
            return;
        }

        NoticeKind[] missing = i switch { 1 => [NoticeKind.Supervision], 4 => [NoticeKind.HowToUse, NoticeKind.NoThreshold], _ => [] };
        var sheets = pack.Venues.Sheets.Select(kind => new PostedSheet(kind, !missing.Contains(kind), missing.Contains(kind) ? "" : kind == NoticeKind.HowToUse ? "大门正中" : "大门右边")).ToList();
        var check = db.PostingChecks.Add(PostingCheck.Note(venue, clock.Today.AddDays(i - 8), "网格员马晓燕", sheets, pack, clerk, clock.Now, clock.Today)).Entity;
        if (i == 1)
        {
            check.Mend("网格员马晓燕", clock.Today.AddDays(-6), clock.Today);
        }
    }
}
