using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Registers;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Registers;

/// <summary>登记一个 — one slip with all its items.</summary>
public sealed class CreateModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, RegisterCommands registers) : RegisterPageModel(db, currentUser, clock)
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public IReadOnlyList<Facility> Facilities { get; private set; } = [];

    public void OnGet(long? facility)
    {
        Input.FacilityId = facility;
        Input.Cells[RegisterField.On] = Today.Typed();
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
        var read = RegisterReader.Read(Form, Pack, Input.ToCells(), Input.FacilityId, faults, Today, Today);
        ModelState.Add(faults, pathOf: PathOf);
        return SaveAsync(async () =>
        {
            StatusMessage = "已登记。";
            return RedirectToPage("Details", new { id = await registers.KeyAsync(Office, Form, read!.Value.Slip, read.Value.Content) });
        });
    }

    protected override async Task ShowAsync()
    {
        Facilities = await FacilitiesAsync();
        Input.ShowRows();
    }
}
