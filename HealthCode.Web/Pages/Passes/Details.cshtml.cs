using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.PrintRuns;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Passes;

/// <summary>一张卡 — front and back as they will look, and its steps: 打印, 盖章, 发放.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, PrintRunCommands prints, OfficeClock clock, PageAuthorization access, Unmasking unmasking, AccessLog views) : PageModel
{
    private const int LongestCollector = 40;

    [BindProperty]
    [Display(Name = "领取人")]
    public string? CollectedBy { get; set; }

    [TempData]
    public string? StatusMessage { get; set; }

    public HealthPass Pass { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public PassDisplayState Standing { get; private set; } = null!;

    public HealthPass? ReprintedAs { get; private set; }

    public int Reprints { get; private set; }

    public bool MayWrite { get; private set; }

    public Masking Masking { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(long id, string? shown)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        await views.OpenedAsync(Pass, "通行卡");
        Masking = unmasking.Over(Pass, shown, HttpContext);
        return Page();
    }

    public Task<IActionResult> OnPostPrintAsync(long id) => Step(id, "已记为打印。把纸拿去盖章。", pass => db.PrintRuns.Add(PrintRun.OfOneCard(Office, CardSheet.A6.Product, pass, currentUser.Staff!, clock.Now, Today)));

    public Task<IActionResult> OnPostStampAsync(long id) => Step(id, "已记为盖章。下一步：发给本人。", pass => prints.Stamp(pass, Office));

    public Task<IActionResult> OnPostHandOverAsync(long id)
    {
        if (!FreeText.TryParse(CollectedBy, LongestCollector, out var collector, out var fault))
        {
            ModelState.AddModelError(nameof(CollectedBy), fault!);
        }

        return Step(id, "已发放，办完了。", pass => pass.HandOver(collector, Office, clock.Now, Today));
    }

    private async Task<IActionResult> Step(long id, string done, Action<HealthPass> step)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        if (!MayWrite)
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await db.InOneTransaction(async () => step(await db.Passes.SingleAsync(pass => pass.Id == id)));
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken, "");
            return Page();
        }

        StatusMessage = done;
        return RedirectToPage(new { id });
    }

    private async Task<bool> Load(long id)
    {
        var pass = await db.Passes.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id);
        if (pass is null)
        {
            return false;
        }

        (Pass, Masking) = (pass, Masking.Of(currentUser));
        Office = await db.Offices.AsNoTracking().SingleAsync(office => office.Code == pass.OfficeCode);
        Standing = PassDisplayState.Of(pass, Office, Today);
        ReprintedAs = await db.Passes.AsNoTracking().SingleOrDefaultAsync(each => each.ReprintOf == pass.Number);
        Reprints = await db.Passes.CountAsync(each => each.DeclarationId == pass.DeclarationId && each.ReprintOf != null);
        MayWrite = await access.AllowsAsync(Policies.PassesWrite) && currentUser.OfficeCode == pass.OfficeCode;
        return true;
    }
}
