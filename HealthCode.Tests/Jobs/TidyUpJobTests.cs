using HealthCode.Tests.Support;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Jobs;

/// <summary>清理.</summary>
public sealed class TidyUpJobTests
{
    [Fact]
    public async Task What_is_older_than_its_days_goes_and_the_rest_stays()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var temporary = Path.Combine(server.Folder, "tmp");
        await LeaveAsync(Path.Combine(temporary, "old.xlsx"), "2020-03-05 00:29");
        await LeaveAsync(Path.Combine(temporary, "new.xlsx"), "2020-03-05 00:31");
        await LeaveAsync(Path.Combine(JobRuns.Folder(server), "2020-01-05", "old.xlsx"), "2020-01-05 21:00");
        await LeaveAsync(Path.Combine(JobRuns.Folder(server), "2020-01-06", "new.xlsx"), "2020-01-06 21:00");
        await LeaveAsync(Path.Combine(JobRuns.Folder(server), "2020-01-06", "half.xlsx.part"), "2020-01-06 21:00");
        await LeaveAsync(Path.Combine(JobRuns.Folder(server), "上级发来的", "kept.xlsx"), "2019-01-06 21:00");

        await server.DoDueAsync("2020-03-06 00:30", "tidy-up");

        Assert.Equal(["new.xlsx"], Directory.GetFiles(temporary).Select(Path.GetFileName));
        Assert.Equal(["2020-01-06/new.xlsx", "上级发来的/kept.xlsx"], server.Reports());
        Assert.False(Directory.Exists(Path.Combine(JobRuns.Folder(server), "2020-01-05")));
        Assert.Equal("删除临时文件 1 个、旧报表 1 份。", Assert.Single(await server.RunsAsync()).Result);
    }

    [Fact]
    public async Task Lines_of_its_own_record_are_kept_for_a_year()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.DoDueAsync("2020-03-06 00:30", "tidy-up");
        await server.DoDueAsync("2021-03-06 00:30", "tidy-up");
        Assert.Equal(2, (await server.RunsAsync()).Count);

        await server.DoDueAsync("2021-03-07 00:30", "tidy-up");

        Assert.Equal([new(2021, 3, 6), new DateOnly(2021, 3, 7)], (await server.RunsAsync()).Select(run => run.ForDay));
    }

    [Fact]
    public async Task Old_rows_are_deleted_without_being_read_and_the_audit_says_what_it_said_when_they_were()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var staff = await server.AddUserAsync("luru", (await server.FirstVillageAsync()).Value, Roles.Clerk);
        var (old, now) = (JobRuns.At("2020-03-05 09:00"), JobRuns.At("2020-03-06 00:20"));
        await server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            db.UsedTotpCodes.AddRange(UsedTotpCode.Of(staff.Id, "111111", old), UsedTotpCode.Of(staff.Id, "222222", now.AddMinutes(9)));
            db.PendingPosts.AddRange(PendingPost.Of(staff.Id, staff.OfficeScope, "/Declarations/Create", [], old), PendingPost.Of("other", staff.OfficeScope, "/Review", [], now));
            db.SignInCounts.AddRange(SignInCount.Begin("pc 10.0.0.1", old.AddDays(-9)), SignInCount.Begin("pc 10.0.0.2", now.AddMinutes(9)));
            db.JobRuns.Add(new() { Job = "audit", ForDay = new(2019, 3, 1), StartedAt = old, EndedAt = old, Result = "", Succeeded = true });
            return Task.CompletedTask;
        }));

        await server.DoDueAsync("2020-03-06 00:30", "tidy-up");

        Assert.Equal(["222222"], await server.InDbAsync(db => db.UsedTotpCodes.Select(used => used.Code).ToListAsync()));
        Assert.Equal(["other"], await server.InDbAsync(db => db.PendingPosts.Select(form => form.UserId).ToListAsync()));
        Assert.Equal(["pc 10.0.0.2"], await server.InDbAsync(db => db.SignInCounts.Select(count => count.Key).ToListAsync()));
        Assert.Equal(["tidy-up"], (await server.RunsAsync()).Select(run => run.Job));
        Approved.Matches("tidy-up", string.Concat((await server.InDbAsync(db => db.AuditRecords.OrderBy(record => record.Id).ToListAsync()))
            .Select(record => $"{record.UserName}\t{record.Action}\t{record.Subject}\t{record.Detail}\n")));
    }

    private static async Task LeaveAsync(string file, string moment)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "");
        File.SetLastWriteTimeUtc(file, JobRuns.At(moment).UtcDateTime);
    }
}
