using System.Globalization;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>The scheduled jobs of a server, at a moment by Beijing time.</summary>
public static class JobRuns
{
    /// <summary>2020-03-05 21:00.</summary>
    public static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment + " +08:00", CultureInfo.InvariantCulture);

    /// <summary>Runs what is due at a moment, of one job or of all.</summary>
    /// <returns>Why it is to be tried again, or null.</returns>
    public static Task<string?> DoDueAsync(this OfficeServer server, string moment, string? job = null)
    {
        server.Clock.SetTo(At(moment));
        return server.DoDueNowAsync(job);
    }

    /// <summary>The same, at the moment it is.</summary>
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

    /// <summary>What is written down, oldest first.</summary>
    public static Task<List<JobRun>> RunsAsync(this OfficeServer server, string? job = null) =>
        server.InDbAsync(db => db.JobRuns.AsNoTracking().Where(run => job == null || run.Job == job).OrderBy(run => run.Id).ToListAsync());

    /// <summary>The reports that lie ready, as <c>2020-03-05/name.xlsx</c>.</summary>
    public static IReadOnlyList<string> Reports(this OfficeServer server) =>
        [.. Directory.GetFiles(Folder(server), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder(server), file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Where they lie.</summary>
    public static string Folder(OfficeServer server) => Path.Combine(server.Folder, "reports");
}
