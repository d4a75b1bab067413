using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.Passes;
using HealthCode.Web.PrintRuns;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Passes;

/// <summary>一张卡 — preview of front and back, and the next steps: 打印, 盖章, 发放.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, PrintRunCommands prints, PassStepCommands steps, OfficeClock clock, PageAuthorization authorization, Unmasking unmasking, AccessLog accessLog) : OfficePageModel
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public HandOverInput Input { get; set; } = new();

    public HealthPass Pass { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public PassDisplayState DisplayState { get; private set; } = null!;

    public HealthPass? ReprintedAs { get; private set; }

    public int Reprints { get; private set; }

    public bool MayWrite { get; private set; }

    /// <summary>Whether others were declared together with the holder.</summary>
    public bool IsOfSitting { get; private set; }

    public Masking Masking { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(string? shown)
    {
        await accessLog.OpenedAsync(Pass, "通行卡");
        Masking = unmasking.Over(Pass, shown, HttpContext);
    }

    /// <summary>A side of the card as a picture, masked as the page is.</summary>
    public FileContentResult OnGetFace(string? side, string? shown)
    {
        var masking = unmasking.Over(Pass, shown, HttpContext);
        var document = Pass.Holder.Document;
        var picture = side == "back" ? CardPicture.Back(Pass, Office)
            : CardPicture.Front(Pass, Office, new(masking.Name(Pass.Holder.Name), CardWords.DocumentText(document.Kind, masking.Number(document)), masking.Address(Pass.ResidenceAddress)));
        return File(picture, "image/png");
    }

    public Task<IActionResult> OnPostPrintAsync() => StepAsync("已记为打印。把纸拿去盖章。", pass => db.PrintRuns.Add(PrintRun.OfOneCard(Office, CardSheet.A6.Product, pass, currentUser.Staff!, clock.Now, Today)));

    public Task<IActionResult> OnPostStampAsync() => StepAsync("已记为盖章。下一步：发给本人。", pass => prints.Stamp(pass, Office));

    public Task<IActionResult> OnPostHandOverAsync()
    {
        Input.Demand(ModelState);
        return StepAsync("已发放，办完了。", pass => steps.HandOver(pass, Office, Input.Collector, Input.CleanRelation));
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.Passes.AsNoTracking().SingleOrDefaultAsync(each => each.Id == Id) is not { } pass)
        {
            return NotFound();
        }

        (Pass, Masking) = (pass, Masking.Of(currentUser));
        Office = await db.Offices.AsNoTracking().SingleAsync(office => office.Code == pass.OfficeCode);
        DisplayState = PassDisplayState.Of(pass, Office, Today);
        ReprintedAs = await db.Passes.AsNoTracking().SingleOrDefaultAsync(each => each.ReprintOf == pass.Number);
        Reprints = await db.Passes.CountAsync(each => each.DeclarationId == pass.DeclarationId && each.ReprintOf != null);
        IsOfSitting = await db.Declarations.AnyAsync(each => each.Id == pass.DeclarationId && each.SittingKey != null);
        MayWrite = await authorization.AllowsAsync(Policies.PassesWrite) && currentUser.OfficeCode == pass.OfficeCode;
        return null;
    }

    private async Task<IActionResult> StepAsync(string done, Action<HealthPass> step) => MayWrite
        ? await SaveAsync(() => db.InOneTransactionAsync(async () => step(await db.Passes.SingleAsync(pass => pass.Id == Id))), done, RedirectToPage(new { Id }), "")
        : Forbid();
}
