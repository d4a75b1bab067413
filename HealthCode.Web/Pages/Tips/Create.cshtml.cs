using HealthCode.Domain.Tips;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Tips;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Tips;

/// <summary>受理 — as it was told; who told it may stay unknown.</summary>
public sealed class CreateModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : TipPageModel(db, currentUser, clock)
{
    [BindProperty]
    public TipInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var parsed = TipParser.Of(Input, Today);
        ModelState.Add(parsed.Faults);
        Tip? tip = null;
        return await ChangeAsync(
            async () => tip = await ReceiveAsync(parsed), () => $"已受理，编号 {tip!.NumberText}。下一步：派发给辖区的网格员或联络员。", () => RedirectToPage("Details", new { id = tip!.Id }));
    }

    private async Task<Tip> ReceiveAsync(TipParser parsed)
    {
        // What is refused gives its number back with the transaction.
        var tip = Db.Tips.Add(Tip.Receive(
            Office, await Db.NextTipNumberAsync(Office), parsed.Content, parsed.Reporter, await Db.TipAreaOfAsync(Office.Code, parsed.Content.Place, Today),
            await Db.TipSettingsAsync(Office), Terms, Staff, Now)).Entity;
        await Db.SaveChangesAsync();
        return tip;
    }
}
