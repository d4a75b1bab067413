using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>不予认可受理单 as PDF.</summary>
public sealed class ComplaintSlipModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    public async Task<IActionResult> OnGetAsync() => await Db.Complaints.AsNoTracking().SingleOrDefaultAsync(complaint => complaint.Id == Id) is { } complaint
        ? await PrintAsync("打印不予认可受理单", complaint, ComplaintSlip.Draw(complaint, Terms.Recognition!, Office, Today)) : NotFound();

    protected override bool IsKnown => Terms.Recognition is not null;
}
