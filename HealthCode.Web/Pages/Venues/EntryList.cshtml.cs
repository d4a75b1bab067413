using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Venues;

/// <summary>入场登记名单 as PDF — a blank one, for the door.</summary>
public sealed class EntryListModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : VenuePageModel(db, currentUser, clock)
{
    protected override bool IsOffered => Terms.Entries is not null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (Venue.OpenedOn is null)
        {
            return NotFound();
        }

        Db.Audit("打印", $"场所 {Venue.NumberText}", "入场登记名单，空白");
        await Db.SaveChangesAsync();
        return File(EntryListSheet.Draw(Venue, Office), "application/pdf");
    }
}
