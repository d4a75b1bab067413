using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.PrintRuns;

/// <summary>待印的 PDF — kept in the data folder from the moment a run is laid out until its sheets are checked, and no longer: it holds residents' names.</summary>
public sealed class PrintFiles(DataFolder folder)
{
    /// <summary>Where the PDF of a run lies.</summary>
    public string PathOf(long runId) => Path.Combine(folder.Prints, $"{runId}.pdf");

    /// <summary>Puts a PDF in its place in one step: half a file is never found there.</summary>
    public void Keep(long runId, Action<Stream> write)
    {
        var draft = PathOf(runId) + ".part";
        using (var file = File.Create(draft))
        {
            write(file);
        }

        File.Move(draft, PathOf(runId), overwrite: true);
    }

    /// <summary>Removes the PDFs of runs that are checked, given up or destroyed, whenever that was cut short.</summary>
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
