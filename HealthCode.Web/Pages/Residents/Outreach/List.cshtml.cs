using HealthCode.Domain.Outreach;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Residents.Outreach;

/// <summary>上门名单 as PDF — the one paper with names, addresses and telephones in full, for the one who walks; each print is audited with his round.</summary>
public sealed class ListModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : RoundPageModel(db, currentUser, clock)
{
    public async Task<IActionResult> OnGetAsync()
    {
        var rows = (await RowsAsync()).Where(row => row.Visit.Result?.IsSettled() != true && row.Resident.IsHere).DistinctBy(row => row.Resident.Id).ToList();
        Db.Audit("打印上门名单", Db.DescriptionOf(Round), $"{rows.Count} 人");
        await Db.SaveChangesAsync();
        return File(
            OutreachSheet.Draw(
                [.. rows.Select(row => new OutreachSheetRow(
                    row.Visit.Number, row.Resident.Person.Name.Value, $"{row.Resident.Person.AgeOn(Today)} 岁", $"{row.Resident.VillageGroup} {row.Resident.HouseholdNumber}".Trim(),
                    row.Resident.Phone?.Value ?? "", row.Resident.Address, row.Visit.Reason))],
                Round, Office),
            "application/pdf");
    }
}
