using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Residents;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Residents;

/// <summary>改正 — corrects a resident; what stood there before stays as a version with the reason.</summary>
public sealed class EditModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, ResidentCommands residents, AccessLog accessLog) : ResidentPageModel(db, currentUser, clock)
{
    [BindProperty]
    public ResidentInput Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        await accessLog.OpenedAsync(Resident, "改正居民资料");
        Input = ResidentInput.Of(Resident.ToLine());
        Input.Version = Resident.Version;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var read = ResidentParser.Of(Input, Resident.Guardian, Today);
        ModelState.Add(read.Faults);
        return await ChangeAsync(() => residents.CorrectAsync(Office, Id, Input.Version, read.Line!, LineAttribute.Clean(Input.Reason)), "已改正，原来的一版留着。");
    }
}
