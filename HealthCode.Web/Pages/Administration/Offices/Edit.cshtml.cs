using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.Offices;

/// <summary>村居 — names, telephone numbers, temperature prompt. The end of the epidemic has its own page, as two people must confirm it.</summary>
public sealed class EditModel(OfficeDb db) : OfficePageModel
{
    [FromRoute]
    public string? Code { get; set; }

    [BindProperty]
    public EditOfficeInput Input { get; set; } = new();

    public Office Edited { get; private set; } = null!;

    public void OnGet() => Input = new()
    {
        Kind = Edited.Kind, OfficialName = Edited.OfficialName, ContactPhone = Edited.ContactPhone, SupervisionPhone = Edited.SupervisionPhone,
        TemperaturePrompt = Edited.TemperaturePrompt, TemperaturePromptSource = Edited.TemperaturePromptSource, SeparatesSealKeeper = Edited.SeparatesSealKeeper, Residents = Edited.Residents,
    };

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => db.InOneTransactionAsync(() =>
        {
            Edited.SetNameAndPhones(LineAttribute.Clean(Input.OfficialName), Input.Kind!.Value, LineAttribute.Clean(Input.ContactPhone), LineAttribute.Clean(Input.SupervisionPhone));
            Edited.CountResidents(Input.Residents);
            Edited.SetTemperaturePrompt(Input.TemperaturePrompt!.Value, LineAttribute.Clean(Input.TemperaturePromptSource));
            Edited.SeparateSealKeeper(Input.SeparatesSealKeeper);
            return Task.CompletedTask;
        }),
        "已保存。",
        RedirectToPage("Index", new { code = "" }));

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.Offices.SingleOrDefaultAsync(office => office.Code == Code) is not { } office)
        {
            return NotFound();
        }

        Edited = office;
        return null;
    }
}
