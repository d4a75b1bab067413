using HealthCode.Domain.Outreach;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Statistics;

/// <summary>帮办覆盖 — who of the residents has the official code, a card, or neither, and what came of the last visit. Read from plain columns; a person is decrypted only where
/// the year of birth does not decide to which group of age he belongs.</summary>
public static class Coverage
{
    private const int CodeLength = 12;

    // Within these days a form that came back is keyed and its card issued; later somebody should look what became of it.
    private const int DaysForKeying = 3;

    /// <summary>A row for everybody who lives in these offices, in the order of the households.</summary>
    /// <param name="db">Filtered to the user's scope.</param>
    /// <param name="officePrefix">Code of an office, or the first digits of a township's.</param>
    /// <param name="today">Today: whether a card is live, and who is how old.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits any more.</param>
    public static async Task<IReadOnlyList<CoverageRow>> CoverageAsync(this OfficeDb db, string officePrefix, DateOnly today, CancellationToken cancellationToken = default)
    {
        // A range, so that the indexes serve whoever sees more than these offices.
        var (firstCode, lastCode) = (officePrefix.PadRight(CodeLength, '0'), officePrefix.PadRight(CodeLength, '9'));
#pragma warning disable CA1309 // Translated to SQL, where text is compared bytewise.
        var here = db.Residents.AsNoTracking().Where(resident => resident.State == ResidentState.Here && string.Compare(resident.OfficeCode, firstCode) >= 0 && string.Compare(resident.OfficeCode, lastCode) <= 0);
        var divided = SpecialGroups.DividedBirthYears(today);
        var ages = (await here.Where(resident => divided.Contains(resident.BirthYear)).Select(resident => new { resident.Id, resident.Person }).ToListAsync(cancellationToken))
            .ToDictionary(resident => resident.Id, resident => resident.Person.AgeOn(today));
        // Under his number now, under what stood there before a correction, and under a double of his.
        var live = db.Passes.AsNoTracking().Where(pass => string.Compare(pass.OfficeCode, firstCode) >= 0 && string.Compare(pass.OfficeCode, lastCode) <= 0 && pass.IsCurrent && pass.State <= PassState.HandedOver && pass.Validity.LastDay >= today);
        var former = await live.Join(db.ResidentVersions, pass => pass.PersonKey, version => version.PersonKey, (pass, version) => new { Id = version.ResidentId, pass.Validity.LastDay }).ToListAsync(cancellationToken);
        var doubles = await live.Join(db.Residents.Where(resident => resident.MergedInto != null), pass => pass.PersonKey, resident => resident.PersonKey, (pass, resident) => new { Id = resident.MergedInto!.Value, pass.Validity.LastDay }).ToListAsync(cancellationToken);
        var cards = (await live.Join(here, pass => pass.PersonKey, resident => resident.PersonKey, (pass, resident) => new { resident.Id, pass.Validity.LastDay }).ToListAsync(cancellationToken)).Concat(former).Concat(doubles).ToLookup(card => card.Id, card => card.LastDay);
        var official = await db.HealthStatuses.AsNoTracking().Where(status => string.Compare(status.OfficeCode, firstCode) >= 0 && string.Compare(status.OfficeCode, lastCode) <= 0 && status.OfficialSeenOn != null)
            .ToDictionaryAsync(status => status.ResidentId, status => status.OfficialSeenOn, cancellationToken);
        var visits = (await db.OutreachVisits.AsNoTracking().Where(visit => string.Compare(visit.OfficeCode, firstCode) >= 0 && string.Compare(visit.OfficeCode, lastCode) <= 0 && visit.Result != null).OrderBy(visit => visit.Id)
            .Select(visit => new { visit.ResidentId, visit.Result, visit.VisitedOn }).ToListAsync(cancellationToken)).ToLookup(visit => visit.ResidentId);
#pragma warning restore CA1309
        var residents = await here.OrderBy(resident => resident.OfficeCode).ThenBy(resident => resident.SortKey).ThenBy(resident => resident.Id)
            .Select(resident => new { resident.Id, resident.OfficeCode, resident.VillageGroup, resident.HouseholdNumber, resident.CareNeeds, resident.BirthYear, IsPupil = resident.School != "", resident.CodeKnownOn, resident.EnteredOn })
            .ToListAsync(cancellationToken);
        return
        [
            .. residents.Select(resident => new CoverageRow(
                resident.Id, resident.OfficeCode, resident.VillageGroup, resident.HouseholdNumber,
                [.. SpecialGroups.Of(ages.TryGetValue(resident.Id, out var age) ? age : today.Year - resident.BirthYear, resident.CareNeeds, resident.IsPupil)],
                new(new[] { resident.CodeKnownOn, official.GetValueOrDefault(resident.Id) }.Max(), cards[resident.Id].Select(day => (DateOnly?)day).Max()),
                visits[resident.Id].FirstOrDefault()?.VisitedOn, resident.EnteredOn, StandingOf(visits[resident.Id].LastOrDefault() is { } last ? (last.Result, last.VisitedOn) : default, today))),
        ];
    }

    private static VisitStanding StandingOf((OutreachResult? Result, DateOnly? On) last, DateOnly today) => last.Result switch
    {
        OutreachResult.NotNeeded => VisitStanding.NotNeeded,
        OutreachResult.Done when last.On?.AddDays(DaysForKeying) >= today => VisitStanding.Declared,
        _ => VisitStanding.Open,
    };
}

/// <summary>Where somebody stands who has neither code nor card.</summary>
public enum VisitStanding
{
    /// <summary>还要上门.</summary>
    Open,

    /// <summary>已办，等发卡: his form came back a few days ago at most.</summary>
    Declared,

    /// <summary>不需要.</summary>
    NotNeeded,
}

/// <summary>What is known of one resident.</summary>
/// <param name="ResidentId">Key.</param>
/// <param name="OfficeCode">The office.</param>
/// <param name="VillageGroup">村民小组; empty when unknown.</param>
/// <param name="HouseholdNumber">户号; empty when unknown.</param>
/// <param name="Groups">重点人群.</param>
/// <param name="Credentials">码和卡.</param>
/// <param name="FirstVisitOn">When somebody came first.</param>
/// <param name="EnteredOn">The day he was put on the roster.</param>
/// <param name="Standing">What the last visit leaves to do, if he has neither.</param>
public sealed record CoverageRow(
    long ResidentId, string OfficeCode, string VillageGroup, string HouseholdNumber, IReadOnlyList<SpecialGroup> Groups, Credentials Credentials, DateOnly? FirstVisitOn, DateOnly? EnteredOn, VisitStanding Standing)
{
    /// <summary>Has neither code nor card, has not said that he needs none, and his form is not on its way.</summary>
    public bool NeedsVisit => IsOpen(VisitStanding.Open);

    /// <summary>Has neither code nor card, and stands there.</summary>
    public bool IsOpen(VisitStanding standing) => Credentials.HasNeither && Standing == standing;
}

/// <summary>帮办覆盖的一行 — figures of a group of residents.</summary>
/// <param name="Name">村民小组 or 重点人群.</param>
/// <param name="Total">人数.</param>
/// <param name="Code">有码.</param>
/// <param name="Card">有卡.</param>
/// <param name="Both">码和卡都有, counted in both.</param>
/// <param name="Declared">都没有，已办等发卡.</param>
/// <param name="NotNeeded">都没有，说了不需要.</param>
/// <param name="Open">都没有，还要上门.</param>
public sealed record CoverageLine(string Name, int Total, int Code, int Card, int Both, int Declared, int NotNeeded, int Open)
{
    /// <summary>有码或卡.</summary>
    public int Covered => Code + Card - Both;

    /// <summary>Counts residents.</summary>
    public static CoverageLine Of(string name, IReadOnlyCollection<CoverageRow> rows) => new(
        name, rows.Count, rows.Count(row => row.Credentials.CodeSince is not null), rows.Count(row => row.Credentials.CardUntil is not null),
        rows.Count(row => row.Credentials is { CodeSince: not null, CardUntil: not null }), rows.Count(row => row.IsOpen(VisitStanding.Declared)), rows.Count(row => row.IsOpen(VisitStanding.NotNeeded)), rows.Count(row => row.NeedsVisit));

    /// <summary>A line for each 村民小组, in the order of the rows.</summary>
    public static IReadOnlyList<CoverageLine> ByVillageGroup(IEnumerable<CoverageRow> rows) =>
        [.. rows.GroupBy(row => row.VillageGroup).OrderBy(group => group.Key.Length == 0).Select(group => Of(group.Key.Length > 0 ? group.Key : "没有写小组", [.. group]))];

    /// <summary>A line for each 重点人群; a person may be in several.</summary>
    public static IReadOnlyList<CoverageLine> BySpecialGroup(IReadOnlyCollection<CoverageRow> rows) =>
        [.. Enum.GetValues<SpecialGroup>().Select(group => Of(group.ChineseName(), [.. rows.Where(row => row.Groups.Contains(group))]))];
}
