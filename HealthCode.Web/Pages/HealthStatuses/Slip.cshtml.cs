using HealthCode.Domain.HealthStatuses;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>代填打卡回执 as PDF.</summary>
public sealed class SlipModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : HealthRecordPageModel(db, currentUser, clock)
{
    /// <summary>The check-in.</summary>
    [FromRoute]
    public long CheckIn { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Db.CheckIns.AsNoTracking().SingleOrDefaultAsync(each => each.Id == CheckIn && each.ResidentId == Id) is not { } checkIn)
        {
            return NotFound();
        }

        Db.Audit("打印回执", Db.DescriptionOf(checkIn));
        await Db.SaveChangesAsync();
        var days = (await Db.CheckIns.Where(each => each.ResidentId == Id).ReportedDaysAsync())[Id].ToList();
        var next = DueCheckIn.NextDay(Record.Status, days, Record.Observation, Terms, Today);
        return File(CheckInSlip.Draw(checkIn, Record.Resident.Person, next, Terms.CheckIn, Office, Record.Resident.Guardian), "application/pdf");
    }
}
