using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Registers;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Registers;

/// <summary>改正一条登记; what stood there before is kept.</summary>
public sealed class EditModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, RegisterCommands registers, AccessLog accessLog) : EntryPageModel(db, currentUser, clock)
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public IReadOnlyList<Facility> Facilities { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Entry.IsValid)
        {
            return RedirectToPage("Details", new { Id });
        }

        Input = RegisterInput.Of(Entry, Pack);
        await accessLog.OpenedAsync(Entry, "改正登记");
        return Page();
    }

    /// <summary>One more row of drugs.</summary>
    public IActionResult OnPostMore()
    {
        ForgetErrors();
        return Page();
    }

    public Task<IActionResult> OnPostAsync()
    {
        FieldFaults<Field> faults = [];
        var read = RegisterReader.Read(Form, Pack, Input.ToCells(), Input.FacilityId, faults, Entry.On, Today);
        ModelState.Add(faults, pathOf: PathOf);
        return SaveAsync(
            () => registers.CorrectAsync(Office, Form, Id, Input.Version, read!.Value.Slip, read.Value.Content, LineAttribute.Clean(Input.Reason)), "已改正，原来写的留着。", RedirectToPage("Details", new { Id }));
    }

    protected override async Task ShowAsync()
    {
        Facilities = await FacilitiesAsync(Entry.FacilityId);
        Input.ShowRows();
    }
}
