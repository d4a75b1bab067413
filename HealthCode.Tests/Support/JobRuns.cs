using System.Globalization;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>Runs the scheduled jobs of a server at a given moment in Beijing time.</summary>
public static class JobRuns
{
    /// <summary>Parses a moment such as 2020-03-05 21:00 as Beijing time.</summary>
    public static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment + " +08:00", CultureInfo.InvariantCulture);

    /// <summary>Sets the clock and runs the jobs that are due then, or only the given one.</summary>
    /// <returns>The error of a job that has to be retried, or null.</returns>
    public static Task<string?> DoDueAsync(this OfficeServer server, string moment, string? job = null)
    {
        server.Clock.SetTo(At(moment));
        return server.DoDueNowAsync(job);
    }

    /// <summary>Runs the jobs that are due now, or only the given one.</summary>
    public static async Task<string?> DoDueNowAsync(this OfficeServer server, string? job = null)
    {
        var runner = server.Services.GetRequiredService<JobRunner>();
        try
        {
            await (job is null ? runner.RunAllDueAsync() : runner.RunDueAsync(job));
            return null;
        }
        catch (JobFailedException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>The recorded runs, oldest first.</summary>
    public static Task<List<JobRun>> RunsAsync(this OfficeServer server, string? job = null) =>
        server.InDbAsync(db => db.JobRuns.AsNoTracking().Where(run => job == null || run.Job == job).OrderBy(run => run.Id).ToListAsync());

    /// <summary>The report files that have been written, as <c>2020-03-05/name.xlsx</c>.</summary>
    public static IReadOnlyList<string> Reports(this OfficeServer server) =>
        [.. Directory.GetFiles(Folder(server), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder(server), file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The report folder of a server.</summary>
    public static string Folder(OfficeServer server) => Path.Combine(server.Folder, "reports");
}
