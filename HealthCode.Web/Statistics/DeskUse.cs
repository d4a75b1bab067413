using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Statistics;

/// <summary>用没用过 — which menu entries have anything in them, within the current user's scope.</summary>
public sealed class DeskUse(OfficeDb db)
{
    /// <summary>Menu title → whether anything was ever entered there; titles that are missing are not asked after.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> AllAsync(CancellationToken cancellationToken = default)
    {
        // As in WorkQueueCounts: asked on every page, so in one statement. Each part stops at the first row.
        var used = await db.Roles.OrderBy(role => role.Id).Take(1).Select(_ => new
        {
            Residents = db.Residents.Any(),
            HealthStatuses = db.HealthStatuses.Any(),
            Checkpoints = db.Checkpoints.Any(),
            Venues = db.Venues.Any(),
            Seals = db.SealUses.Any(),
            Stock = db.StockEntries.Any(),
            Supervision = db.Deadlines.Any() || db.SelfChecks.Any() || db.Inspections.Any() || db.Complaints.Any() || db.SupplyItems.Any() || db.RiskAreas.Any(),
            Registers = db.RegisterEntries.Any(),
            Tips = db.Tips.Any(),
            Requests = db.Requests.Any(),
            PaperBoxes = db.PaperBoxes.Any(),
            EpidemicEnds = db.EpidemicEnds.Any(),
        }).SingleAsync(cancellationToken);
        return new Dictionary<string, bool>
        {
            ["居民"] = used.Residents,
            ["健康状态"] = used.HealthStatuses,
            ["关口"] = used.Checkpoints,
            ["场所"] = used.Venues,
            ["用印"] = used.Seals,
            ["库存"] = used.Stock,
            ["督查自查"] = used.Supervision,
            ["台账"] = used.Registers,
            ["线索举报"] = used.Tips,
            ["查阅纠错"] = used.Requests,
            ["纸质材料"] = used.PaperBoxes,
            ["疫情解除"] = used.EpidemicEnds,
            // A sheet comes in once in a while; what it brought lies elsewhere.
            ["导入"] = false,
        };
    }
}
