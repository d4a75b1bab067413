using HealthCode.Domain.Observations;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>解除医学观察.</summary>
public sealed class ReleaseModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : HealthRecordPageModel(db, currentUser, clock)
{
    [BindProperty]
    public ReleaseInput Input { get; set; } = new();

    public Observation Observation { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await accessLog.OpenedAsync(Record.Resident, "解除医学观察");
        Input = new() { EndedOn = Today };
    }

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () => Observation.Finish(new(Input.EndedOn!.Value, LineAttribute.Clean(Input.Document), LineAttribute.Clean(Input.ToldBy)), Today), "医学观察已解除。");

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await base.LoadAsync() is { } missing)
        {
            return missing;
        }

        if (Record.Observation is not { EndedOn: null } observation)
        {
            return NotFound();
        }

        Observation = observation;
        return null;
    }
}
