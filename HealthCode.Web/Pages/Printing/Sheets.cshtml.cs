using System.IO.Compression;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Jobs;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Passes;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Stickers;
using HealthCode.Web.PrintRuns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>待印的 PDF of a run, or bitmaps for a label printer. If a card was revoked meanwhile, removes it and lays the run out again.</summary>
public sealed class SheetsModel(OfficeDb db, PrintRunCommands prints, PrintLayoutJob layout, PrintFiles files, OfficeClock clock, SigningKeyStore keys) : OfficePageModel
{
    public Task<IActionResult> OnGetAsync(long id) => GiveAsync(id, "打印", (run, _, _) =>
        PhysicalFile(files.PathOf(run.Id), "application/pdf"));

    /// <summary>Returns a zip with one black and white PNG per label.</summary>
    public Task<IActionResult> OnGetDotsAsync(long id) => GiveAsync(id, "打印点阵图片", (run, passes, codeOf) =>
        PrintCatalog.Find(run.ProductCode) is StickerSheet { IsThermal: true } roll ? File(Packed(run, passes, roll, codeOf), "application/zip", $"标签-{run.Id}.zip") : NotFound());

    private static byte[] Packed(PrintRun run, Dictionary<long, HealthPass> passes, StickerSheet roll, Func<HealthPass, string> codeOf)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var sheet in run.ToPrint)
            {
                foreach (var pass in sheet.PassIds.Select(key => passes.GetValueOrDefault(key)).OfType<HealthPass>())
                {
                    // File names are sheet numbers, in printing order; they contain no personal name.
                    using var entry = zip.CreateEntry($"{sheet.Number:0000}.png").Open();
                    entry.Write(roll.Dots(pass, codeOf(pass)));
                }
            }
        }

        return packed.ToArray();
    }

    private async Task<IActionResult> GiveAsync(long id, string action, Func<PrintRun, Dictionary<long, HealthPass>, Func<HealthPass, string>, IActionResult> give)
    {
        var run = await db.PrintRuns.Include(each => each.Sheets.OrderBy(sheet => sheet.Number)).SingleOrDefaultAsync(each => each.Id == id);
        if (run is null)
        {
            return NotFound();
        }

        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == run.OfficeCode);
        var passes = await prints.PassesOfAsync(run);
        var stopped = passes.Values.Where(pass => !pass.IsPrintable(office, clock.Today)).ToList();
        var taken = await db.InOneTransactionAsync(() =>
        {
            db.Audit(action, $"打印批次 {run.Id}", $"{run.ToPrint.Count} 张纸");
            var withdrawn = run.Withdraw(stopped);
            if (!System.IO.File.Exists(files.PathOf(id)))
            {
                run.RequestLayout();
            }

            return Task.FromResult(withdrawn);
        });
        if (run.State != PrintRunState.AwaitingCheck)
        {
            StatusMessage = taken ? "等着打印的卡里有的停用了，已经撤下，正在重新排版。" : "这批现在没有要打印的 PDF。";
            layout.Enqueue(id);
            return RedirectToPage("Run", new { id });
        }

        return give(run, passes, await keys.SignerAsync(db, office));
    }
}
