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
    /// <summary>Menu title → number; a title that is missing shows none.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken = default)
    {
        var today = clock.Today;
        // Runs on every page, so all counts are in one statement; it selects from a table that always has a row.
        var waiting = await db.Roles.OrderBy(role => role.Id).Take(1).Select(_ => new
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
            Passes = db.Passes.Count(pass => pass.State < PassState.HandedOver && pass.Validity.LastDay >= today),
        }).SingleAsync(cancellationToken);
        return new Dictionary<string, int>
        {
            ["录入"] = waiting.Returned,
            ["审核"] = waiting.AwaitingReview,
            ["打印"] = waiting.PrintRuns,
            ["场所"] = waiting.Venues,
            ["查阅纠错"] = waiting.Requests,
            ["督查自查"] = waiting.Complaints,
            ["台账"] = waiting.Registers,
            ["线索举报"] = waiting.Tips,
            ["疫情解除"] = waiting.EpidemicEnds,
            ["通行卡"] = waiting.Passes,
        };
    }
}
