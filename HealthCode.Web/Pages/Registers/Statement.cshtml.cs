using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Registers;

/// <summary>复工情况单 as PDF — the figures of the day for a unit; no colour, and of those who are missing the masked name alone.</summary>
public sealed class StatementModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : RegisterPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    public Facility Facility { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var roll = await Db.RollAsync(Id, Pack.HealthCode);
        Db.Audit("打印", Db.DescriptionOf(Facility), "复工情况单");
        await Db.SaveChangesAsync();
        return File(WorkStatement.Draw(Facility, roll.Progress(), [.. roll.Where(member => !member.IsClear).Select(member => member.Work.Name.Masked)], Form.Citation, Office, Now), "application/pdf");
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        Desk = RegisterKind.Work;
        if (await base.LoadAsync() is { } missing)
        {
            return missing;
        }

        if (await Db.Facilities.AsNoTracking().SingleOrDefaultAsync(facility => facility.Id == Id && facility.Kind == Desk && facility.OfficeCode == Office.Code) is not { } found)
        {
            return NotFound();
        }

        Facility = found;
        return null;
    }
}
