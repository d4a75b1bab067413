using HealthCode.Domain.Offices;
using HealthCode.Domain.Outreach;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Outreach;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Residents.Outreach;

/// <summary>帮办排查 — who has the official code, a card, or neither, by group; whom to visit; the rounds.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, OutreachCommands outreach) : OfficePageModel
{
    private static readonly ListOrder<OutreachRound> Order = new ListOrder<OutreachRound>(rows => rows.OrderBy(round => round.ClosedAt != null).ThenByDescending(round => round.Number), rows => rows.ThenByDescending(round => round.Number))
        .By("number", round => round.Number).By("kind", round => round.Kind).By("from", round => round.StartsOn).By("state", round => round.ClosedAt);

    /// <summary>排查, or 续办 with <c>kind=Renewal</c>.</summary>
    [FromQuery]
    public OutreachKind Kind { get; set; } = OutreachKind.Canvass;

    [BindProperty]
    public OutreachInput Input { get; set; } = new();

    public Office Office { get; private set; } = null!;

    public bool IssuesPasses => Office.RulesOn(clock.Today).IssuesPasses;

    public CoverageLine All { get; private set; } = null!;

    public IReadOnlyList<CoverageLine> VillageGroups { get; private set; } = [];

    public IReadOnlyList<CoverageLine> SpecialGroups { get; private set; } = [];

    /// <summary>Whom to visit, by grid worker; those who have none last.</summary>
    public IReadOnlyList<IGrouping<string, OutreachCandidate>> Candidates { get; private set; } = [];

    /// <summary>The rounds, the open ones first, with how many have a result and how many are settled.</summary>
    public Listing<(OutreachRound Round, int Total, int Keyed, int Settled)> Rounds { get; private set; } = Listing.None<(OutreachRound Round, int Total, int Keyed, int Settled)>();

    public DateOnly Today => clock.Today;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        FieldFaults<string> faults = [];
        var fields = new FieldParser<string>(faults, clock.Today);
        var (name, phone) = (fields.Name(nameof(Input.Worker), Input.Worker), fields.Phone(nameof(Input.WorkerPhone), Input.WorkerPhone));
        ModelState.Add(faults.Select(fault => (fault.Field ?? "", fault.Sentence)));
        return await SaveAsync(async () =>
        {
            var id = await outreach.PlanAsync(Office, Kind, Input.Residents, name is null ? null : new GridWorker(name, phone), Input.StartsOn ?? clock.Today);
            StatusMessage = "名单已排好。打印出来交给上门的人，回来照序号录。";
            return RedirectToPage("Round", new { round = id });
        });
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        return Kind is OutreachKind.Canvass || (Kind is OutreachKind.Renewal && IssuesPasses) ? null : NotFound();
    }

    protected override async Task ShowAsync()
    {
        var rows = await db.CoverageAsync(Office.Code, clock.Today);
        All = CoverageLine.Of("全部", [.. rows]);
        (VillageGroups, SpecialGroups) = (CoverageLine.ByVillageGroup(rows), CoverageLine.BySpecialGroup([.. rows]));
        Candidates = [.. (await outreach.CandidatesAsync(Office, Kind)).GroupBy(each => each.Resident.GridWorker?.Name.Value ?? "").OrderBy(group => group.Key.Length == 0)];
        var rounds = await Listing.OfAsync(db.OutreachRounds.AsNoTracking().Where(round => round.OfficeCode == Office.Code), Order, Request);
        var ids = rounds.Rows.Select(round => round.Id).ToList();
        var visits = (await db.OutreachVisits.AsNoTracking().Where(visit => ids.Contains(visit.RoundId)).Select(visit => new { visit.RoundId, visit.Result }).ToListAsync()).ToLookup(visit => visit.RoundId, visit => visit.Result);
        Rounds = rounds.Select(round => (round, visits[round.Id].Count(), visits[round.Id].Count(result => result is not null), visits[round.Id].Count(result => result?.IsSettled() == true)));
    }
}
