using System.Globalization;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>报表夹 — writes masked reports automatically, one subfolder per day in the data folder. Files are renamed into place only when
/// complete.</summary>
public sealed class ReportFolder(OfficeDb db, ReportDraft reports, OfficeClock clock, DataFolder folder)
{
    private const string Unfinished = ".part";

    /// <summary>Writes reports for each office that still keeps resident data; the files get their final names when the result is
    /// recorded.</summary>
    /// <param name="codes">Codes in <see cref="ReportCatalog"/>.</param>
    /// <param name="firstDay">First day of the report.</param>
    /// <param name="lastDay">Last day of the report; also names the subfolder.</param>
    /// <param name="mark">Suffix of the file name, for a day with two reports; else empty.</param>
    /// <param name="cancellationToken">Cancelled when the server stops.</param>
    /// <param name="only">Codes of the offices; null for all.</param>
    public async Task<JobOutcome> DrawAsync(IReadOnlyList<string> codes, DateOnly firstDay, DateOnly lastDay, string mark, CancellationToken cancellationToken, IReadOnlySet<string>? only = null)
    {
        var wanted = codes.Select(code => ReportCatalog.Find(code) ?? throw new InvalidOperationException($"there is no report {code}")).ToList();
        var day = Directory.CreateDirectory(Path.Combine(folder.Reports, lastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Sweep(folder);
        List<string> drawn = [];
        var offices = (await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync(cancellationToken)).Where(office => !office.MustDestroyPapers(clock.Today) && only?.Contains(office.Code) != false).ToList();
        foreach (var report in wanted)
        {
            foreach (var office in offices)
            {
                var scope = new ReportScope(firstDay, lastDay, clock.Now) { OfficeCode = office.Code };
                // Two offices may have the same name; the code keeps the files apart and tells whose files to delete when an office's data is deleted.
                var name = ReportExport.FileName($"{office.Code}_{office.ShortVillage}", report, scope);
                var file = Path.Combine(day.FullName, mark.Length == 0 ? name : $"{Path.GetFileNameWithoutExtension(name)}_{mark}.xlsx");
                await using (var draft = new FileStream(file + Unfinished, FileMode.Create, FileAccess.ReadWrite))
                {
                    await reports.WriteAsync(report, scope, new(office.OfficialName, clock.Now, "", office.ContactPhone, office.RulesOn(lastDay)), draft, cancellationToken);
                    draft.Flush(flushToDisk: true);
                }

                drawn.Add(file);
            }

            db.Audit("导出", report.Name, $"{lastDay.Chinese()}；脱敏；自动出表 {offices.Count} 份", SystemUser.Program);
        }

        return new($"出表 {drawn.Count} 份，在数据目录的 reports/{day.Name} 里。", () => drawn.ForEach(file => File.Move(file + Unfinished, file, overwrite: true)));
    }

    /// <summary>Deletes incomplete files left by a power cut.</summary>
    public static void Sweep(DataFolder folder)
    {
        foreach (var file in Directory.GetFiles(folder.Reports, "*" + Unfinished, SearchOption.AllDirectories))
        {
            File.Delete(file);
        }
    }
}
