using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Jobs;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Stickers;
using HealthCode.Web.PrintRuns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>一批 — one print run: its PDF, the question 「都打印好了吗？」, and the state of each sheet.</summary>
public sealed class RunModel(OfficeDb db, PrintRunCommands prints, PrintLayoutJob layout, PrintFiles files, OfficeClock clock) : OfficePageModel
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public SpoiledInput Input { get; set; } = new();

    public PrintRun Run { get; private set; } = null!;

    public PrintProduct Product { get; private set; } = null!;

    public IReadOnlyDictionary<long, HealthPass> Passes { get; private set; } = new Dictionary<long, HealthPass>();

    public PrintProgress? Progress { get; private set; }

    /// <summary>Number of printed cards of this run that are not stamped yet.</summary>
    public int ToStamp { get; private set; }

    public bool IsThermal => PrintCatalog.Find(Run.ProductCode) is StickerSheet { IsThermal: true };

    public void OnGet()
    {
    }

    /// <summary>Progress of the layout, polled by the page once a second.</summary>
    public IActionResult OnGetProgress()
    {
        var text = Progress is { Of: > 0 } ? $"正在排版，{Progress.Done} / {Progress.Of} 张纸……可以先离开，做别的事。" : "";
        return new JobProgress(Run.State == PrintRunState.Laying && Progress is not { Failed: true }, Progress?.Done ?? 0, Progress?.Of ?? 0, text).Answer();
    }

    public Task<IActionResult> OnPostCheckAsync() => CarryOutAsync(async spoiled =>
    {
        var stopped = await prints.CheckAsync(Id, spoiled);
        StatusMessage = (spoiled.Count == 0 ? "已核对，每张纸都登记了。" : $"印坏 {spoiled.Count} 张已登记，请销毁。重印的已经排好，请再打印。")
            + (stopped.Count == 0 ? "" : $"打印时有 {stopped.Count} 张卡停用，请把印出的销毁：{string.Join("、", stopped.Select(pass => PassNumber.Restore(pass.Number).Grouped))}。");
    });

    public Task<IActionResult> OnPostGiveUpAsync() => CarryOutAsync(async spoiled =>
    {
        await prints.GiveUpAsync(Id, spoiled);
        StatusMessage = "这批不印了，卡回到“待打印”。已经印出来的纸请销毁。";
    });

    public Task<IActionResult> OnPostStampAsync() => CarryOutAsync(async _ => StatusMessage = $"{await prints.StampAllAsync(Id)} 张卡已记为盖章，登入用印登记簿。下一步：发给本人。");

    /// <summary>再排一次, after the layout has failed.</summary>
    public Task<IActionResult> OnPostAgainAsync() => CarryOutAsync(_ => Task.CompletedTask);

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.PrintRuns.AsNoTracking().Include(each => each.Sheets.OrderBy(sheet => sheet.Number)).SingleOrDefaultAsync(each => each.Id == Id) is not { } run
            || PrintCatalog.Find(run.ProductCode) is not { } design)
        {
            return NotFound();
        }

        (Run, Product, Progress) = (run, design.Product, layout.ProgressOf(Id));
        return null;
    }

    protected override async Task ShowAsync()
    {
        Passes = await prints.PassesOfAsync(Run);
        ToStamp = Run.IsOfCards ? Run.Sheets.Where(sheet => sheet.State == SheetState.Good).SelectMany(sheet => sheet.PassIds)
            .Count(pass => Passes.TryGetValue(pass, out var card) && card.State == PassState.Printed && card.IsLive(clock.Today)) : 0;
    }

    private async Task<IActionResult> CarryOutAsync(Func<IReadOnlyList<int>, Task> verb)
    {
        if (!SheetNumbers.TryParse(Input.Spoiled, out var spoiled, out var fault))
        {
            ModelState.AddModelError("Input.Spoiled", fault!);
        }

        if (!await TryAsync(() => verb(spoiled), ""))
        {
            return Page();
        }

        await files.SweepAsync(db);
        if (await db.PrintRuns.AnyAsync(run => run.Id == Id && run.State == PrintRunState.Laying))
        {
            layout.Enqueue(Id);
        }

        return RedirectToPage(new { Id });
    }
}
