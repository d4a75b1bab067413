using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Printing;

/// <summary>到期续办走访单 as PDF — whose cards end soon or have ended, with telephone and address in full, to be taken along.</summary>
public sealed class RenewalsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var office = await db.OfficeAtAsync(currentUser);
        var cards = await EndingCard.InWalkingOrderAsync(db, db.Passes.Where(pass => pass.OfficeCode == office.Code), clock.Today, cancellationToken);
        // Under the name of the report and as a whole one, so that whoever is on it is told (谁看过).
        db.Audit("导出", new RenewalListReport().Name, $"{clock.Today.Chinese()}；完整；打印走访单，{cards.Count} 人");
        await db.SaveChangesAsync(cancellationToken);
        return File(
            RenewalRoundSheet.Draw(
                [.. cards.Select(card => new RenewalRoundRow(
                    card.Worker, card.Group, WithinVillage(card.Address, office.ShortVillage), card.Pass.Holder.Name.Value, card.Phone?.Value ?? "", card.Pass.Validity.LastDay, card.Pass.Validity.DaysLeft(clock.Today)))],
                office, clock.Today),
            "application/pdf");
    }

    /// <summary>The address without what all of the village have in common.</summary>
    private static string WithinVillage(string address, string village) =>
        address.LastIndexOf(village, StringComparison.Ordinal) is >= 0 and var at && at + village.Length < address.Length ? address[(at + village.Length)..] : address;
}
