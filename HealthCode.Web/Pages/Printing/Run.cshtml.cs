using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Jobs;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Stickers;
using HealthCode.Web.PrintRuns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>一批 — its PDF, the question 「都打印好了吗？」, and what became of each sheet.</summary>
public sealed class RunModel(OfficeDb db, PrintRunCommands prints, PrintLayoutJob layout, PrintFiles files, OfficeClock clock) : PageModel
{
    [BindProperty]
    [Display(Name = "印坏了哪几张")]
    public string? Spoiled { get; set; }

    [TempData]
    public string? StatusMessage { get; set; }

    public PrintRun Run { get; private set; } = null!;

    public PrintProduct Product { get; private set; } = null!;

    public IReadOnlyDictionary<long, HealthPass> Passes { get; private set; } = new Dictionary<long, HealthPass>();

    public PrintProgress? Progress { get; private set; }

    /// <summary>Printed cards of this run that wait for the seal.</summary>
    public int ToStamp { get; private set; }

    public bool IsThermal => PrintCatalog.Find(Run.ProductCode) is StickerSheet { IsThermal: true };

    public async Task<IActionResult> OnGetAsync(long id) => await Load(id) ? Page() : NotFound();

    /// <summary>How far the layout is, asked by the page once a second.</summary>
    public async Task<IActionResult> OnGetProgressAsync(long id)
    {
        if (await db.PrintRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id) is not { } run)
        {
            return NotFound();
        }

        var progress = layout.ProgressOf(id);
        var says = progress is { Of: > 0 } ? $"正在排版，{progress.Done} / {progress.Of} 张纸……可以先离开，做别的事。" : "";
        return new JobProgress(run.State == PrintRunState.Laying && progress is not { Failed: true }, progress?.Done ?? 0, progress?.Of ?? 0, says).Answer();
    }

    public Task<IActionResult> OnPostCheckAsync(long id) => Do(id, async spoiled =>
    {
        var stopped = await prints.Check(id, spoiled);
        StatusMessage = (spoiled.Count == 0 ? "已核对，每张纸都登记了。" : $"印坏 {spoiled.Count} 张已登记，请销毁。重印的已经排好，请再打印。")
            + (stopped.Count == 0 ? "" : $"打印时有 {stopped.Count} 张卡停用，请把印出的销毁：{string.Join("、", stopped.Select(pass => PassNumber.Restore(pass.Number).Grouped))}。");
    });

    public Task<IActionResult> OnPostGiveUpAsync(long id) => Do(id, async spoiled =>
    {
        await prints.GiveUp(id, spoiled);
        StatusMessage = "这批不印了，卡回到“待打印”。已经印出来的纸请销毁。";
    });

    public Task<IActionResult> OnPostStampAsync(long id) => Do(id, async _ => StatusMessage = $"{await prints.StampAll(id)} 张卡已记为盖章，登入用印登记簿。下一步：发给本人。");

    /// <summary>再排一次, when it could not be laid out.</summary>
    public Task<IActionResult> OnPostAgainAsync(long id) => Do(id, _ => Task.CompletedTask);

    private async Task<IActionResult> Do(long id, Func<IReadOnlyList<int>, Task> verb)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        if (!SheetNumbers.TryParse(Spoiled, out var spoiled, out var fault))
        {
            ModelState.AddModelError(nameof(Spoiled), fault!);
            return Page();
        }

        try
        {
            await verb(spoiled);
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken, "");
            return Page();
        }

        await files.Sweep(db);
        if (await db.PrintRuns.AnyAsync(run => run.Id == id && run.State == PrintRunState.Laying))
        {
            layout.Enqueue(id);
        }

        return RedirectToPage(new { id });
    }

    private async Task<bool> Load(long id)
    {
        if (await db.PrintRuns.AsNoTracking().Include(each => each.Sheets.OrderBy(sheet => sheet.Number)).SingleOrDefaultAsync(each => each.Id == id) is not { } run
            || PrintCatalog.Find(run.ProductCode) is not { } design)
        {
            return false;
        }

        (Run, Product, Progress) = (run, design.Product, layout.ProgressOf(id));
        Passes = await prints.PassesOf(run);
        ToStamp = run.IsOfCards ? run.Sheets.Where(sheet => sheet.State == SheetState.Good).SelectMany(sheet => sheet.PassIds)
            .Count(pass => Passes.TryGetValue(pass, out var card) && card.State == PassState.Printed && card.IsLive(clock.Today)) : 0;
        return true;
    }
}
