using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>待办数 — how many papers wait at each desk, shown on the rail.</summary>
public sealed class Waiting(OfficeDb db, OfficeClock clock)
{
    /// <summary>Desk title → number; a desk that is missing shows none.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken gone = default) => new Dictionary<string, int>
    {
        ["录入"] = await db.Declarations.CountAsync(declaration => declaration.State == DeclarationState.Returned, gone),
        ["审核"] = await db.Declarations.CountAsync(declaration => declaration.State == DeclarationState.AwaitingReview, gone),
        ["打印"] = await db.PrintRuns.CountAsync(run => run.State == PrintRunState.Laying || run.State == PrintRunState.AwaitingCheck, gone),
        ["查阅纠错"] = await db.Requests.CountAsync(request => request.Outcome == null, gone),
        ["疫情解除"] = await db.EpidemicEnds.CountAsync(end => end.ConfirmedAt == null && end.WithdrawnAt == null, gone),
        ["通行卡"] = await db.Passes.CountAsync(pass => pass.State < PassState.HandedOver && pass.Validity.LastDay >= clock.Today, gone),
    };
}
