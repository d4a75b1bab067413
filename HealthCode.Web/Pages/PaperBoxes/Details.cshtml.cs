using HealthCode.Domain.Offices;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.PaperBoxes;

/// <summary>一箱纸质材料, and its end.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    [BindProperty]
    public BoxDisposalInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public PaperBox Box { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public static IReadOnlyList<Choice> Disposals { get; } = Choice.Of<BoxDisposal>(manner => manner.ChineseName());

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await LoadAsync())
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public void OnGet()
    {
    }

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
                Box.Destroy(Input.Disposal!.Value, LineAttribute.Clean(Input.FirstWitness), LineAttribute.Clean(Input.SecondWitness), Input.DestroyedOn!.Value, Office, Today);
                return Task.CompletedTask;
            });
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken);
            await LoadAsync();
            return Page();
        }

        StatusMessage = $"箱子 {Box.Number} 已登记销毁。";
        return RedirectToPage("Index", new { id = "" });
    }

    private async Task<bool> LoadAsync()
    {
        var id = long.TryParse(RouteData.Values["id"] as string, out var number) ? number : 0;
        if (await db.PaperBoxes.SingleOrDefaultAsync(box => box.Id == id) is not { } found)
        {
            return false;
        }

        (Box, Office) = (found, await db.OfficeAt(currentUser));
        return true;
    }
}
