using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>关口登记 — the checkpoints of this office, open ones first.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    private static readonly ListOrder<Checkpoint> Order = new ListOrder<Checkpoint>(
        rows => rows.OrderBy(checkpoint => checkpoint.IsClosed).ThenBy(checkpoint => checkpoint.Id), rows => rows.ThenBy(checkpoint => checkpoint.Id))
        .By("name", checkpoint => checkpoint.Name).By("township", checkpoint => checkpoint.Township).By("state", checkpoint => checkpoint.IsClosed);

    public Listing<Checkpoint> Known { get; private set; } = Listing.None<Checkpoint>();

    public RulePack Pack { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Pack = (await db.OfficeAtAsync(currentUser)).RulesOn(clock.Today);
        Known = await Listing.OfAsync(db.Checkpoints.AsNoTracking(), Order, Request);
    }
}
