using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>转办单 as PDF, to be taken or sent to whoever can change the result.</summary>
public sealed class CaseSlipModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : CasePageModel(db, currentUser, clock)
{
    public async Task<IActionResult> OnGetAsync()
    {
        Db.Audit("打印转办单", Db.DescriptionOf(Case));
        await Db.SaveChangesAsync();
        return File(CaseTransmittal.Draw(Case, Record.Resident, Terms.Platform, Office, Today), "application/pdf");
    }
}
