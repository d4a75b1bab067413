using System.Globalization;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.PrintRuns;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>清理 — deletes temporary files, PDFs of checked print runs, old reports, and old rows of job runs, pending forms and sign-in
/// data.</summary>
public sealed class TidyUpJob(OfficeDb db, OfficeClock clock, DataFolder folder, PrintFiles prints, FailedJobs failed) : IOfficeJob
{
    private const int DaysOfReports = 60;
    private const int DaysOfFailedJobs = 30;
    private static readonly TimeSpan OnTheWay = TimeSpan.FromDays(1);

    public async Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken)
    {
        ReportFolder.Sweep(folder);
        await prints.SweepAsync(db, cancellationToken);
        failed.DeleteBefore(clock.Now.AddDays(-DaysOfFailedJobs));
        var old = (clock.Now - OnTheWay).UtcDateTime;
        var temporary = new[] { folder.Temporary, folder.Uploads }.Distinct().SelectMany(place => Directory.GetFiles(place, "*", SearchOption.AllDirectories)).Where(file => File.GetLastWriteTimeUtc(file) < old).ToList();
        var days = Directory.GetDirectories(folder.Reports).Where(IsOld).ToList();
        var reports = days.SelectMany(Directory.GetFiles).ToList();
        var open = temporary.Concat(reports).Count(file => !TryDelete(file));
        foreach (var day in days.Where(day => !Directory.EnumerateFileSystemEntries(day).Any()))
        {
            Directory.Delete(day);
        }

        await db.InOneTransactionAsync(() => DeleteOldRowsAsync(cancellationToken), cancellationToken);
        return new($"删除临时文件 {temporary.Count} 个、旧报表 {reports.Count} 份。" + (open == 0 ? "" : $"其中 {open} 个正有人打开，明天再删。"));
    }

    private async Task DeleteOldRowsAsync(CancellationToken cancellationToken)
    {
        var (yearAgo, hourAgo) = (clock.Today.AddYears(-1), clock.Now - PendingPost.Life);
        await db.JobRuns.Where(run => run.ForDay < yearAgo).ExecuteDeleteAsync(cancellationToken);
        await db.PendingPosts.Where(form => form.SavedAt < hourAgo).ExecuteDeleteAsync(cancellationToken);
        await UsedTotpCodes.SweepAsync(db, clock.Now, cancellationToken);
        await SignInAttempts.SweepAsync(db, clock.Now, cancellationToken);
    }

    private bool IsOld(string folderOfDay) =>
        DateOnly.TryParseExact(Path.GetFileName(folderOfDay), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day < clock.Today.AddDays(-DaysOfReports);

    private static bool TryDelete(string file)
    {
        try
        {
            File.Delete(file);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
