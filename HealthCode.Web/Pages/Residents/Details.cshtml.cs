using HealthCode.Domain.Outreach;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Residents;
using HealthCode.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Residents;

/// <summary>一个居民 — what the roster says of him, his household, guardians, code and cards, visits, and what stood there before.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog, Unmasking unmasking) : ResidentPageModel(db, currentUser, clock)
{
    private const int ShownPasses = 3;
    private const int ShownVisits = 10;
    private const int ShownEntries = 10;

    public Masking Masking { get; private set; } = null!;

    public IReadOnlyList<HealthPass> Passes { get; private set; } = [];

    public IReadOnlyList<Guardianship> Guardians { get; private set; } = [];

    /// <summary>Whose guardian he is.</summary>
    public IReadOnlyList<(Guardianship Guardianship, Resident Ward)> Wards { get; private set; } = [];

    public IReadOnlyList<GuardianClaim> Claims { get; private set; } = [];

    public IReadOnlyList<ResidentVersion> Versions { get; private set; } = [];

    public IReadOnlyList<(OutreachVisit Visit, OutreachRound Round)> Visits { get; private set; } = [];

    /// <summary>时间线, the newest lines alone.</summary>
    public IReadOnlyList<TimelineEntry> Newest { get; private set; } = [];

    /// <summary>Lines of the whole timeline.</summary>
    public int Lines { get; private set; }

    /// <summary>Names of other offices of this server that have the same person in their roster, and since when.</summary>
    public IReadOnlyList<(string Office, DateOnly? Since)> Elsewhere { get; private set; } = [];

    public DateOnly? OfficialSeenOn { get; private set; }

    public DateOnly? LastCheckInOn { get; private set; }

    /// <summary>码和卡, as far as the office knows.</summary>
    public Credentials Credentials => new(
        new[] { Resident.CodeKnownOn, OfficialSeenOn }.Max(), Passes.Where(pass => pass.IsCurrent && pass.IsLive(Today)).Select(pass => (DateOnly?)pass.Validity.LastDay).Max());

    public async Task OnGetAsync(string? shown)
    {
        await accessLog.OpenedAsync(Resident, "居民资料");
        Masking = unmasking.Over(Resident, shown, HttpContext);
        Passes = await Db.Passes.AsNoTracking().OfResident(Db, Resident).OrderByDescending(pass => pass.Id).Take(ShownPasses).ToListAsync();
        Guardians = await Db.Guardianships.AsNoTracking().Where(each => each.WardId == Id).OrderBy(each => each.EndedOn != null).ThenByDescending(each => each.Id).ToListAsync();
        Wards = [.. (await Db.Guardianships.AsNoTracking().Where(each => each.GuardianId == Id && each.EndedOn == null).Join(Db.Residents.AsNoTracking(), each => each.WardId, ward => ward.Id, (each, ward) => new { each, ward }).ToListAsync()).Select(pair => (pair.each, pair.ward))];
        Claims = await Db.GuardianClaims.AsNoTracking().Where(claim => claim.WardId == Id).OrderByDescending(claim => claim.Id).ToListAsync();
        Versions = await Db.ResidentVersions.AsNoTracking().Where(version => version.ResidentId == Id).OrderByDescending(version => version.Number).ToListAsync();
        Visits = [.. (await Db.OutreachVisits.AsNoTracking().Where(visit => visit.ResidentId == Id).Join(Db.OutreachRounds.AsNoTracking(), visit => visit.RoundId, round => round.Id, (visit, round) => new { visit, round })
            .OrderByDescending(pair => pair.visit.Id).Take(ShownVisits).ToListAsync()).Select(pair => (pair.visit, pair.round))];
        (OfficialSeenOn, LastCheckInOn) = await Db.HealthStatuses.Where(status => status.ResidentId == Id).Select(status => new { status.OfficialSeenOn, status.LastReportedOn }).SingleOrDefaultAsync() is { } status
            ? (status.OfficialSeenOn, status.LastReportedOn) : (null, null);
        var line = await Db.TimelineAsync(Resident, Pack, Today);
        (Newest, Lines) = ([.. line.Take(ShownEntries)], line.Count);
        var elsewhere = await Db.ElsewhereAsync(Resident);
        var codes = elsewhere.Select(other => other.OfficeCode).ToList();
        var names = await Db.Offices.AsNoTracking().Where(office => codes.Contains(office.Code)).ToDictionaryAsync(office => office.Code, office => office.OfficialName);
        Elsewhere = [.. elsewhere.Select(other => (names.GetValueOrDefault(other.OfficeCode, other.OfficeCode), other.EnteredOn))];
    }
}
