using HealthCode.Tests.Support;
using HealthCode.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>日报 and 续办名单: masked sheets laid ready in the day's folder.</summary>
public sealed class ReportJobTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task In_the_evening_today_lies_ready_and_in_the_morning_the_whole_of_yesterday_beside_it()
    {
        await _server.DoDueAsync("2020-03-05 21:00", "daily-group");
        await _server.DoDueAsync("2020-03-06 07:00", "daily-office");

        Assert.Collection(
            _server.Reports(),
            file => Assert.Matches($"^2020-03-05/{_office}_.+_日报表_20200305\\.xlsx$", file),
            file => Assert.Matches($"^2020-03-05/{_office}_.+_日报表_20200305_当晚\\.xlsx$", file));
        foreach (var file in _server.Reports())
        {
            await using var open = File.OpenRead(Path.Combine(JobRuns.Folder(_server), file));
            var sheet = Spreadsheet.Open(open);
            Assert.Empty(sheet.Faults);
            Assert.Contains("日报表", sheet.Text, StringComparison.Ordinal);
        }

        Assert.Equal(["出表 1 份，在数据目录的 reports/2020-03-05 里。", "出表 1 份，在数据目录的 reports/2020-03-05 里。"], (await _server.RunsAsync()).Select(run => run.Result));
    }

    [Fact]
    public async Task Every_office_of_the_server_has_its_own()
    {
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));

        await _server.DoDueAsync("2020-03-05 21:00", "daily-group");

        Assert.Equal(new[] { _office, other.Code }.Order(), _server.Reports().Select(file => file.Split('/')[1][..12]));
        Assert.StartsWith("出表 2 份", Assert.Single(await _server.RunsAsync()).Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Made_up_after_its_deadline_it_says_that_it_is_late_and_before_it_does_not()
    {
        await _server.DoDueAsync("2020-03-06 07:59", "daily-office");
        await _server.DoDueAsync("2020-03-07 08:01", "daily-office");

        var runs = await _server.RunsAsync();
        Assert.Equal([true, true], runs.Select(run => run.IsCatchUp));
        Assert.DoesNotContain("晚了", runs[0].Result, StringComparison.Ordinal);
        Assert.EndsWith("晚了：应在 3月7日 08:00 以前报。", runs[1].Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_renewal_list_is_drawn_up_as_things_stand_now_and_names_nobody_in_full()
    {
        await _server.HandOverAsync(await _server.IssueAsync(2));
        await _server.DoDueAsync("2020-03-17 06:00", "renewals");
        await _server.DoDueAsync("2020-03-17 07:10", "renewals");

        var file = Assert.Single(_server.Reports());
        Assert.Matches($"^2020-03-17/{_office}_.+_到期续办名单_20200317\\.xlsx$", file);
        Assert.Equal(["16 True", "17 False"], (await _server.RunsAsync()).Select(run => $"{run.ForDay.Day} {run.IsCatchUp}"));
        await using var open = File.OpenRead(Path.Combine(JobRuns.Folder(_server), file));
        Assert.DoesNotMatch("[0-9]{17}[0-9X]", Spreadsheet.Open(open).Text.Replace(_office, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_it_was_drawn_up_is_in_the_audit()
    {
        await _server.DoDueAsync("2020-03-05 21:00", "daily-group");

        var record = await _server.InDbAsync(db => db.AuditRecords.OrderBy(each => each.Id).LastAsync());
        Assert.Equal(("导出", "日报表", "2020年3月5日；脱敏；自动出表 1 份", ""), (record.Action, record.Subject, record.Detail, record.UserName));
    }

    [Fact]
    public async Task Pressed_by_an_administrator_of_one_office_it_is_drawn_up_for_all()
    {
        await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        await _server.IssueAsync(1);
        var administrator = await _server.SignedInUserAsync("admin", (await _server.FirstVillageAsync(1)).Value, Web.Security.Roles.SystemAdministrator);
        await administrator.OpenAsync("/Administration/Jobs");

        await administrator.PressAsync("立即运行日报（报组长）");

        Assert.Equal(2, _server.Reports().Count);
    }

    [Fact]
    public async Task Half_a_file_that_a_power_cut_left_is_swept_away()
    {
        var half = Path.Combine(Directory.CreateDirectory(Path.Combine(JobRuns.Folder(_server), "2020-03-04")).FullName, "日报表.xlsx.part");
        await File.WriteAllTextAsync(half, "");

        await _server.DoDueAsync("2020-03-05 21:00", "daily-group");

        Assert.False(File.Exists(half));
    }

    [Fact]
    public async Task Stopped_half_way_nothing_is_written_down_and_no_file_has_its_name()
    {
        _server.Clock.SetTo(JobRuns.At("2020-03-05 21:00"));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _server.Services.GetRequiredService<JobRunner>().RunAllDueAsync(stop.Token));

        Assert.Empty(await _server.RunsAsync());
        Assert.Empty(_server.Reports());
    }
}
