using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Offices;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>上门名单 as PDF — whoever has still to be asked today, with telephone and address in full, to be taken along.</summary>
public sealed class RoundListModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        var office = await db.OfficeAtAsync(currentUser);
        var open = (await db.DueRowsAsync(office, clock.Today)).Where(row => !row.IsDone).ToList();
        var terms = office.RulesOn(clock.Today).HealthCode;
        // The words on the screen may hold a derived status, which is never printed.
        var reasonOf = await db.RecordedReasonsAsync([.. open.Select(row => row.Resident.Id)], _ => terms, clock.Today);
        db.Audit("打印", "上门名单", $"{clock.Today.Chinese()}，{open.Count} 人");
        await db.SaveChangesAsync();
        return File(
            RoundListSheet.Draw(
                [.. open.Select(row => new RoundListRow(
                    row.Entry.Number, row.Resident.GridWorker?.Name.Value ?? "", row.Resident.Person.Name.Value, $"{row.Resident.VillageGroup} {row.Resident.HouseholdNumber}".Trim(),
                    row.Resident.Phone?.Value ?? "", row.Resident.Address, reasonOf(row.Resident.Id)))],
                terms.CheckIn,
                office, clock.Today),
            "application/pdf");
    }
}
