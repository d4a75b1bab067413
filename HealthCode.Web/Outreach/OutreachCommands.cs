using HealthCode.Domain.Offices;
using HealthCode.Domain.Outreach;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Statistics;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Outreach;

/// <summary>上门排查 — plans rounds and keys back what came of them; whom to visit is found by <see cref="Coverage"/> and by the last days of the cards.</summary>
public sealed class OutreachCommands(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    private StaffMember By => currentUser.Staff!;

    /// <summary>Whom to visit: for a 排查 who has neither code nor card, for a 续办 whose card ends within three days; without those on an open round.</summary>
    public async Task<IReadOnlyList<OutreachCandidate>> CandidatesAsync(Office office, OutreachKind kind)
    {
        var listed = await ListedAsync(office.Code);
        var reasons = (kind == OutreachKind.Renewal ? await EndingAsync(office) : await UncoveredAsync(office)).Where(each => !listed.ContainsKey(each.Key)).ToDictionary();
        var ids = reasons.Keys.ToList();
        var residents = await db.Residents.AsNoTracking().Where(resident => ids.Contains(resident.Id)).OrderBy(resident => resident.SortKey).ThenBy(resident => resident.Id).ToListAsync();
        return [.. residents.Select(resident => new OutreachCandidate(resident, reasons[resident.Id]))];
    }

    /// <summary>排一次上门.</summary>
    /// <returns>The new round's key.</returns>
    /// <exception cref="RuleBrokenException">See <see cref="OutreachRound.Plan"/>.</exception>
    public Task<long> PlanAsync(Office office, OutreachKind kind, IReadOnlyCollection<long> residentIds, GridWorker? worker, DateOnly startsOn) => db.ChangeAsync(office, async () =>
    {
        var chosen = residentIds.ToHashSet();
        var candidates = await CandidatesAsync(office, kind);
        var reasons = candidates.Where(each => chosen.Contains(each.Resident.Id)).ToDictionary(each => each.Resident.Id, each => each.Reason);
        var residents = await db.Residents.Where(resident => resident.OfficeCode == office.Code && resident.State == ResidentState.Here && chosen.Contains(resident.Id)).OrderBy(resident => resident.SortKey).ThenBy(resident => resident.Id).ToListAsync();
        var listed = (await ListedAsync(office.Code)).Where(each => chosen.Contains(each.Key)).ToDictionary();
        var round = OutreachRound.Plan(office, await db.NextRoundNumberAsync(office), kind, worker, startsOn, residents, listed, By, clock.Now, clock.Today);
        db.OutreachRounds.Add(round);
        await db.SaveChangesAsync();
        db.OutreachVisits.AddRange(residents.Select((resident, place) => OutreachVisit.Of(round, resident, place + 1, reasons.GetValueOrDefault(resident.Id, ""))));
        return round.Id;
    });

    /// <summary>录回 a row.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="OutreachVisit.Key"/>.</exception>
    private Task<bool> KeyAsync(Office office, long roundId, long visitId, OutreachResult result, DateOnly visitedOn, string note) =>
        ChangeAsync(office, roundId, visitId, (visit, round, resident) =>
        {
            if (visit.Result == result && visit.VisitedOn == visitedOn && visit.Note == note && visit.By?.UserName == By.UserName)
            {
                // The row was sent by the script and by the button.
                return;
            }

            visit.Key(result, visitedOn, note, round, resident, By, clock.Now, clock.Today);
        });

    /// <summary>录回 a row of the grid.</summary>
    /// <returns>What is wrong with it; empty when it was saved.</returns>
    public async Task<IReadOnlyList<string>> TryKeyAsync(Office office, long roundId, long visitId, OutreachResult result, DateOnly visitedOn, string note)
    {
        try
        {
            await KeyAsync(office, roundId, visitId, result, visitedOn, note);
            return [];
        }
        catch (RuleBrokenException broken)
        {
            return [.. broken.Breaches.Select(breach => breach.Sentence)];
        }
    }

    /// <summary>改 a row that was keyed wrong.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="OutreachVisit.Correct"/>.</exception>
    public Task CorrectAsync(Office office, long roundId, long visitId, OutreachResult result, DateOnly visitedOn, string reason) =>
        ChangeAsync(office, roundId, visitId, (visit, round, resident) => visit.Correct(result, visitedOn, reason, round, resident, By, clock.Now, clock.Today));

    /// <summary>结束 a round.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="OutreachRound.Close"/>.</exception>
    public Task CloseAsync(Office office, long roundId) => db.ChangeAsync(office, async () =>
    {
        (await db.OutreachRounds.SingleAsync(round => round.Id == roundId)).Close(clock.Now);
        return true;
    });

    private Task<bool> ChangeAsync(Office office, long roundId, long visitId, Action<OutreachVisit, OutreachRound, Resident> change) => db.ChangeAsync(office, async () =>
    {
        var visit = await db.OutreachVisits.SingleOrDefaultAsync(each => each.Id == visitId && each.RoundId == roundId) ?? throw new RuleBrokenException([OutreachRules.RowOfRound.Broken()]);
        change(visit, await db.OutreachRounds.SingleAsync(round => round.Id == visit.RoundId), await db.Residents.SingleAsync(resident => resident.Id == visit.ResidentId));
        return true;
    });

    /// <summary>Who stands on an open round, and on which.</summary>
    private async Task<Dictionary<long, int>> ListedAsync(string officeCode) => (await db.OutreachVisits.AsNoTracking().Where(visit => visit.OfficeCode == officeCode)
        .Join(db.OutreachRounds.Where(round => round.ClosedAt == null), visit => visit.RoundId, round => round.Id, (visit, round) => new { visit.ResidentId, visit.Result, round.Number }).ToListAsync())
        .Where(visit => visit.Result?.IsSettled() != true).GroupBy(visit => visit.ResidentId).ToDictionary(visits => visits.Key, visits => visits.First().Number);

    private async Task<Dictionary<long, string>> UncoveredAsync(Office office) => (await db.CoverageAsync(office.Code, clock.Today)).Where(row => row.NeedsVisit).ToDictionary(
        row => row.ResidentId,
        row => string.Join('，', new[] { "没有码也没有卡", string.Join('、', row.Groups.Select(group => group.ChineseName())), row.FirstVisitOn is null ? "" : "去过" }.Where(part => part.Length > 0)));

    private async Task<Dictionary<long, string>> EndingAsync(Office office)
    {
        var (today, last) = (clock.Today, clock.Today.AddDays(PassDisplayState.EndingSoonDays));
        if (!office.RulesOn(today).IssuesPasses || office.EpidemicEndedOn <= today)
        {
            return [];
        }

        // Who was visited for it once already, and settled, is asked no second time.
        var settled = await db.OutreachVisits.Where(visit => visit.OfficeCode == office.Code && visit.VisitedOn >= last.AddDays(-2 * PassDisplayState.EndingSoonDays)
                && (visit.Result == OutreachResult.Done || visit.Result == OutreachResult.NotNeeded || visit.Result == OutreachResult.HasCode))
            .Join(db.OutreachRounds.Where(round => round.Kind == OutreachKind.Renewal), visit => visit.RoundId, round => round.Id, (visit, round) => visit.ResidentId).Distinct().ToListAsync();
        return (await db.Passes.AsNoTracking().Where(pass => pass.OfficeCode == office.Code && pass.IsCurrent && pass.State == PassState.HandedOver && pass.Validity.LastDay >= today && pass.Validity.LastDay <= last)
            .Join(db.Residents.Where(resident => resident.OfficeCode == office.Code && resident.State == ResidentState.Here), pass => pass.PersonKey, resident => resident.PersonKey, (pass, resident) => new { resident.Id, pass.Validity.LastDay })
            .ToListAsync()).Where(card => !settled.Contains(card.Id)).GroupBy(card => card.Id).ToDictionary(cards => cards.Key, cards => $"卡 {cards.Max(card => card.LastDay).ChineseShort()}到期");
    }
}

/// <summary>Somebody to visit.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record OutreachCandidate(Resident Resident, string Reason);
