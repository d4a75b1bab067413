using HealthCode.Domain.Offices;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Residents;

/// <summary>登记一个人 — a new resident; with a household given, somebody who has moved into it or was born there.</summary>
public sealed class CreateModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, ResidentCommands residents, AccessLog accessLog) : OfficePageModel
{
    /// <summary>Somebody of the household he joins; 0 for none.</summary>
    [FromQuery(Name = "household")]
    public long HouseholdOf { get; set; }

    [BindProperty]
    public ResidentInput Input { get; set; } = new();

    private Office Office { get; set; } = null!;

    public async Task OnGetAsync()
    {
        if (await db.Residents.AsNoTracking().SingleOrDefaultAsync(resident => resident.Id == HouseholdOf) is { } member)
        {
            await accessLog.OpenedAsync(member, "迁入、添人");
            Input = new()
            {
                Address = member.Address, VillageGroup = member.VillageGroup, HouseholdNumber = member.HouseholdNumber, GridWorker = member.GridWorker?.Name.Raw, GridWorkerPhone = member.GridWorker?.Phone?.Value,
            };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var read = ResidentParser.Of(Input, null, clock.Today);
        ModelState.Add(read.Faults);
        return await SaveAsync(async () =>
        {
            var id = await residents.EnterAsync(Office, read.Line!);
            StatusMessage = "已登记。";
            return RedirectToPage("Details", new { id });
        });
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        return null;
    }
}
