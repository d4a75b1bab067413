using HealthCode.Domain.Residents;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Residents;

/// <summary>情况说明 — writes down in his own words why one of the 特殊人群 cannot apply for the official code; only where the notices speak of such a paper.</summary>
public sealed class StatementModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : ResidentPageModel(db, currentUser, clock)
{
    [BindProperty]
    public StatementInput Input { get; set; } = new();

    public Task OnGetAsync() => accessLog.OpenedAsync(Resident, "情况说明");

    public Task<IActionResult> OnPostAsync() => SaveAsync(async () =>
    {
        var hasCode = Resident.CodeKnownOn is not null || await Db.HealthStatuses.AnyAsync(status => status.ResidentId == Id && status.OfficialSeenOn != null);
        var statement = CircumstanceStatement.Write(Resident, Input.Group!, LineAttribute.Clean(Input.Words), LineAttribute.Clean(Input.SpokenBy), hasCode, Pack, Today);
        Db.Audit("打印", "情况说明", Db.DescriptionOf(Resident));
        await Db.SaveChangesAsync();
        return File(StatementSlip.Draw(statement, Pack.HealthCode, Office), "application/pdf");
    });

    protected override async Task<IActionResult?> LoadAsync() => await base.LoadAsync() ?? (Pack.HealthCode.CircumstanceStatements is null ? NotFound() : null);
}
