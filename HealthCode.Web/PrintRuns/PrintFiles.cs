using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.PrintRuns;

/// <summary>待印的 PDF — PDFs of print runs, stored from layout until the sheets are checked and no longer, because they contain residents'
/// names.</summary>
public sealed class PrintFiles(DataFolder folder)
{
    /// <summary>Path of a run's PDF.</summary>
    public string PathOf(long runId) => Path.Combine(folder.Prints, $"{runId}.pdf");

    /// <summary>Writes a PDF atomically: to a temporary file that is then renamed.</summary>
    public void Keep(long runId, Action<Stream> write)
    {
        var draft = PathOf(runId) + ".part";
        using (var file = File.Create(draft))
        {
            write(file);
        }

        File.Move(draft, PathOf(runId), overwrite: true);
    }

    /// <summary>Deletes PDFs of runs that are checked, cancelled or deleted, in case their deletion was interrupted.</summary>
    public async Task SweepAsync(OfficeDb db, CancellationToken cancellationToken = default)
    {
        var open = (await db.PrintRuns.IgnoreQueryFilters().Where(run => run.State == PrintRunState.Laying || run.State == PrintRunState.AwaitingCheck)
            .Select(run => run.Id).ToListAsync(cancellationToken)).Select(id => $"{id}.").ToList();
        foreach (var file in Directory.GetFiles(folder.Prints).Where(file => !open.Exists(Path.GetFileName(file).StartsWith)))
        {
            File.Delete(file);
        }
    }
}
