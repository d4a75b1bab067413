using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>自查 — the sheets so far, those with problems that are left first.</summary>
public sealed class SelfChecksModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    private static readonly ListOrder<SelfCheck> Order = new ListOrder<SelfCheck>(
        rows => rows.OrderBy(check => check.ProblemsLeft == 0).ThenByDescending(check => check.CheckedOn).ThenByDescending(check => check.Id), rows => rows.ThenByDescending(check => check.Id))
        .By("on", check => check.CheckedOn).By("by", check => check.CheckedBy).By("left", check => check.ProblemsLeft);

    public Listing<SelfCheck> Checks { get; private set; } = Listing.None<SelfCheck>();

    public void OnGet()
    {
    }

    protected override bool IsKnown => Terms.SelfCheck.Count > 0;

    protected override async Task ShowAsync() => Checks = await Listing.OfAsync(Db.SelfChecks.AsNoTracking(), Order, Request);
}
