using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Tips;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Statistics;

/// <summary>待办数 — number of pending items per menu entry, shown in the navigation.</summary>
public sealed class WorkQueueCounts(OfficeDb db, OfficeClock clock)
{
    // Which figure stands beside which desk of the menu.
    private static readonly Dictionary<string, Func<Waiting, int>> ByDesk = new()
    {
        ["录入"] = waiting => waiting.Returned,
        ["审核"] = waiting => waiting.AwaitingReview,
        ["打印"] = waiting => waiting.PrintRuns,
        ["场所"] = waiting => waiting.Venues,
        ["查阅纠错"] = waiting => waiting.Requests,
        ["督查自查"] = waiting => waiting.Complaints,
        ["台账"] = waiting => waiting.Registers,
        ["线索举报"] = waiting => waiting.Tips,
        ["疫情解除"] = waiting => waiting.EpidemicEnds,
        ["通行卡"] = waiting => waiting.Passes,
    };

    // Runs on every page, so all counts are in one statement, compiled once; it selects from a table that always has a row.
    private static readonly CompiledQuery<Func<OfficeDb, DateOnly, CancellationToken, Task<Waiting>>> All = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, DateOnly today, CancellationToken _) => db.Roles.OrderBy(role => role.Id).Take(1).Select(_ => new Waiting
        {
            Returned = db.Declarations.Count(declaration => declaration.State == DeclarationState.Returned),
            AwaitingReview = db.Declarations.Count(declaration => declaration.State == DeclarationState.AwaitingReview),
            PrintRuns = db.PrintRuns.Count(run => run.State == PrintRunState.Laying || run.State == PrintRunState.AwaitingCheck),
            Venues = db.Venues.Count(venue => venue.State == VenueState.AwaitingApproval),
            Requests = db.Requests.Count(request => request.Outcome == null),
            Complaints = db.Complaints.Count(complaint => complaint.ClosedAt == null),
            Registers = db.RegisterEntries.Count(entry => entry.Pending != PendingStep.None && entry.PendingOn <= today),
            Tips = db.Tips.Count(tip => tip.State == TipState.Received),
            EpidemicEnds = db.EpidemicEnds.Count(end => end.ConfirmedAt == null && end.WithdrawnAt == null),
            // OpenPasses.NotHandedOver, which a compiled query cannot call.
            Passes = db.Passes.Count(pass => (pass.State == PassState.AwaitingPrint || pass.State == PassState.Printed || pass.State == PassState.Stamped) && pass.Validity.LastDay >= today),
        }).Single()));

    /// <summary>Titles of the desks of which something is counted.</summary>
    public static IReadOnlyCollection<string> Desks => ByDesk.Keys;

    /// <summary>Menu title → number; a title that is missing shows none.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken = default)
    {
        var waiting = await All.For(db)(db, clock.Today, cancellationToken);
        return ByDesk.ToDictionary(desk => desk.Key, desk => desk.Value(waiting));
    }

    private sealed record Waiting
    {
        public int Returned { get; init; }

        public int AwaitingReview { get; init; }

        public int PrintRuns { get; init; }

        public int Venues { get; init; }

        public int Requests { get; init; }

        public int Complaints { get; init; }

        public int Registers { get; init; }

        public int Tips { get; init; }

        public int EpidemicEnds { get; init; }

        public int Passes { get; init; }
    }
}
