using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Jobs;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Jobs;

/// <summary>What every scheduled job touches: each row and file, in the approved list. A job that saw nothing would say it had succeeded.</summary>
public sealed class JobRowsTests
{
    [Fact]
    public async Task Every_job_touches_the_approved_rows_and_files_and_no_others()
    {
        var touched = new StringBuilder();
        foreach (var job in Schedule.All)
        {
            touched.Append(job.Code).Append('\n');
            foreach (var line in await TouchedAsync(job.Code))
            {
                touched.Append("    ").Append(line).Append('\n');
            }
        }

        Approved.Matches("job-rows", touched.ToString());
    }

    /// <summary>The last day on which a job has something to do: two cards are out, one of them of an office whose days of keeping have passed; a key is a year old.</summary>
    private static async Task<IReadOnlyList<string>> TouchedAsync(string job)
    {
        await using var server = await OfficeServer.WithOfficeAsync(ownKeys: true);
        await server.LockAsync();
        await server.HandOverAsync(await server.IssueAsync(1));
        var staff = await server.AddUserAsync("luru", (await server.FirstVillageAsync()).Value, Roles.Clerk);
        await server.DoDueAsync("2021-03-04 23:30", job);
        await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            (await db.Offices.SingleAsync()).EndEpidemic(new(2021, 2, 2), new(2021, 3, 4));
            db.UsedTotpCodes.Add(UsedTotpCode.Of(staff.Id, "111111", JobRuns.At("2021-03-04 09:00")));
            db.JobRuns.Add(new() { Job = "audit", ForDay = new(2020, 3, 1), StartedAt = JobRuns.At("2020-03-01 09:00"), EndedAt = JobRuns.At("2020-03-01 09:00"), Result = "", Succeeded = true });
        }));
        var second = await server.AddOfficeAsync(await server.FirstVillageAsync(1));
        server.Clock.SetTo(JobRuns.At("2021-03-04 23:40"));
        await server.HandOverAsync(await server.IssueAsync(1, from: 7, office: second.Code));
        var (rows, files) = (await RowsAsync(server), Files(server));

        Assert.Null(await server.DoDueAsync("2021-03-05 23:30", job));
        if (job == "data-keys")
        {
            // The job begins the rotation; every row is encrypted anew in the background.
            await Eventually.TrueAsync(() => server.InDbAsync(db => db.AuditRecords.AnyAsync(record => record.Action == "删去旧数据密钥")));
        }

        var (rowsAfter, filesAfter) = (await RowsAsync(server), Files(server));
        return
        [
            .. rows.Keys.Order(StringComparer.Ordinal).Select(table => Difference(table, rows[table], rowsAfter[table])).Where(line => line.Length > 0),
            .. filesAfter.Except(files).Select(file => "+ " + file), .. files.Except(filesAfter).Select(file => "- " + file),
        ];
    }

    private static string Difference(string table, List<string> before, List<string> after)
    {
        var (gone, come) = (before.Except(after).Count(), after.Except(before).Count());
        return gone + come == 0 ? "" : $"{table} -{gone} +{come}";
    }

    private static async Task<Dictionary<string, List<string>>> RowsAsync(OfficeServer server)
    {
        Dictionary<string, List<string>> rows = [];
        foreach (var table in await server.RawAsync<string>(TestDatabase.Tables))
        {
            rows[table] = await server.RowsAsync($"SELECT * FROM \"{table}\"");
        }

        return rows;
    }

    /// <summary>Files of the data folder by their kind: names hold dates and numbers.</summary>
    private static List<string> Files(OfficeServer server) =>
    [
        .. Directory.GetFiles(server.Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(server.Folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("logs/", StringComparison.Ordinal) && !file.Contains(".db", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];
}
