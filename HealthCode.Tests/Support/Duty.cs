using System.Globalization;
using HealthCode.Web.Data;
using HealthCode.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>The duty room of a server, at a moment by Beijing time.</summary>
public static class Duty
{
    /// <summary>2020-03-05 21:00.</summary>
    public static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment + " +08:00", CultureInfo.InvariantCulture);

    /// <summary>Does what is due at a moment, of one job or of all.</summary>
    public static async Task DoDueAsync(this OfficeServer server, string moment, string? job = null)
    {
        server.Clock.SetTo(At(moment));
        var duty = server.Services.GetRequiredService<DutyRoom>();
        await (job is null ? duty.DoDueAsync() : duty.DoDueAsync(Schedule.Find(job)!));
    }

    /// <summary>What is written down, oldest first.</summary>
    public static Task<List<JobRun>> RunsAsync(this OfficeServer server, string? job = null) =>
        server.InDb(db => db.JobRuns.AsNoTracking().Where(run => job == null || run.Job == job).OrderBy(run => run.Id).ToListAsync());

    /// <summary>The reports that lie ready, as <c>2020-03-05/name.xlsx</c>.</summary>
    public static IReadOnlyList<string> Reports(this OfficeServer server) =>
        [.. Directory.GetFiles(Folder(server), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder(server), file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Where they lie.</summary>
    public static string Folder(OfficeServer server) => Path.Combine(server.Folder, "reports");
}
