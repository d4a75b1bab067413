using System.Globalization;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>报表夹 — masked reports drawn up without anybody asking, one folder a day in the data folder. Half a file is never found there.</summary>
public sealed class ReportFolder(OfficeDb db, OfficeClock clock, DataFolder folder)
{
    private const string Unfinished = ".part";

    /// <summary>Draws a report up for each office that still keeps papers; the files get their names when the result is written down.</summary>
    /// <param name="code">Of <see cref="ReportCatalog"/>.</param>
    /// <param name="firstDay">Of the report.</param>
    /// <param name="lastDay">Of the report, and the name of the day's folder.</param>
    /// <param name="mark">Stands behind the name where a day has two.</param>
    /// <param name="cancellationToken">The program is being stopped.</param>
    public async Task<JobOutcome> DrawAsync(string code, DateOnly firstDay, DateOnly lastDay, string mark, CancellationToken cancellationToken)
    {
        var report = ReportCatalog.Find(code) ?? throw new InvalidOperationException($"there is no report {code}");
        var day = Directory.CreateDirectory(Path.Combine(folder.Reports, lastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Sweep(folder);
        List<string> drawn = [];
        foreach (var office in (await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync(cancellationToken)).Where(office => !office.MustDestroyPapers(clock.Today)))
        {
            var scope = new ReportScope(firstDay, lastDay, clock.Now) { OfficeCode = office.Code };
            // Two offices may bear the same name; the code tells them apart and says whose file must go when the papers go.
            var name = ReportExport.FileName($"{office.Code}_{office.ShortVillage}", report, scope);
            var file = Path.Combine(day.FullName, mark.Length == 0 ? name : $"{Path.GetFileNameWithoutExtension(name)}_{mark}.xlsx");
            await using (var draft = new FileStream(file + Unfinished, FileMode.Create, FileAccess.ReadWrite))
            {
                await ReportWorkbook.WriteAsync(report, await report.TableAsync(db, scope, cancellationToken), scope, new(office.OfficialName, clock.Now, "", office.ContactPhone, office.RulesOn(lastDay)), draft, cancellationToken);
                draft.Flush(flushToDisk: true);
            }

            drawn.Add(file);
        }

        db.Audit("导出", report.Name, $"{lastDay.Chinese()}；脱敏；自动出表 {drawn.Count} 份", SystemUser.Program);
        return new($"出表 {drawn.Count} 份，在数据目录的 reports/{day.Name} 里。", () => drawn.ForEach(file => File.Move(file + Unfinished, file, overwrite: true)));
    }

    /// <summary>Removes what a power cut left half written.</summary>
    public static void Sweep(DataFolder folder)
    {
        foreach (var file in Directory.GetFiles(folder.Reports, "*" + Unfinished, SearchOption.AllDirectories))
        {
            File.Delete(file);
        }
    }
}
