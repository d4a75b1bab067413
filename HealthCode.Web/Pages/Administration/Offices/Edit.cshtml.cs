using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.Offices;

/// <summary>村居 — names, telephone numbers, prompt value. The end of the epidemic is a page of its own: it takes two people.</summary>
public sealed class EditModel(OfficeDb db) : PageModel
{
    [BindProperty]
    public EditOfficeInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public Office Edited { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var code = RouteData.Values["code"] as string;
        if (await db.Offices.SingleOrDefaultAsync(office => office.Code == code) is not { } office)
        {
            context.Result = NotFound();
            return;
        }

        Edited = office;
        await next();
    }

    public void OnGet() => Input = new()
    {
        Kind = Edited.Kind, OfficialName = Edited.OfficialName, ContactPhone = Edited.ContactPhone, SupervisionPhone = Edited.SupervisionPhone,
        TemperaturePrompt = Edited.TemperaturePrompt, TemperaturePromptSource = Edited.TemperaturePromptSource, SeparatesSealKeeper = Edited.SeparatesSealKeeper, Residents = Edited.Residents,
    };

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await db.InOneTransaction(() =>
            {
                Edited.Present(LineAttribute.Clean(Input.OfficialName), Input.Kind!.Value, LineAttribute.Clean(Input.ContactPhone), LineAttribute.Clean(Input.SupervisionPhone));
                Edited.CountResidents(Input.Residents);
                Edited.SetTemperaturePrompt(Input.TemperaturePrompt!.Value, LineAttribute.Clean(Input.TemperaturePromptSource));
                Edited.SeparateSealKeeper(Input.SeparatesSealKeeper);
                return Task.CompletedTask;
            });
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken);
            return Page();
        }

        StatusMessage = "已保存。";
        return RedirectToPage("Index", new { code = "" });
    }
}
