using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.HealthStatuses;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Jobs;

/// <summary>打卡汇总: in the evening who has not reported, in the morning the whole of yesterday.</summary>
public sealed class CheckInSummaryJobTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";
    private List<long> _residents = [];

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _residents = await _server.AddResidentsAsync(4);
        foreach (var resident in _residents)
        {
            await _server.ObserveAsync(resident, HealthGround.CloseContact, daysAgo: 2);
        }
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task At_22_and_at_8_the_sheets_name_the_grid_worker_who_has_not_reported_all()
    {
        await ListAsync();
        foreach (var resident in _residents.Where((_, i) => i != 1))
        {
            await _server.CheckInAsync(resident, CheckInChannel.Phone, new() { Temperature = LawfulCase.Measured("36.5").Temperature, FoundNormal = true });
        }

        await _server.DoDueAsync("2020-03-05 21:59", "check-ins-group");
        Assert.DoesNotContain(_server.Reports(), file => file.Contains("20200305", StringComparison.Ordinal));
        await _server.DoDueAsync("2020-03-05 22:00", "check-ins-group");
        await _server.DoDueAsync("2020-03-06 08:00", "check-ins-office");

        Assert.Equal(
            ["健康打卡日报_20200305.xlsx", "健康打卡日报_20200305_当晚.xlsx", "未打卡名单_20200305.xlsx", "未打卡名单_20200305_当晚.xlsx"],
            _server.Reports().Where(file => file.StartsWith($"2020-03-05/{_office}_", StringComparison.Ordinal)).Select(file => string.Join('_', file.Split('_')[2..])));
        await using var open = File.OpenRead(Path.Combine(JobRuns.Folder(_server), _server.Reports().Single(file => file.EndsWith("健康打卡日报_20200305_当晚.xlsx", StringComparison.Ordinal))));
        Assert.Equal(["马晓燕 报齐", "杨建军 没有报齐"], Spreadsheet.Open(open).Body.Select(row => $"{row[2]} {row[6]}").OrderByDescending(row => row, StringComparer.Ordinal));
        Assert.Equal(["没有报的 1 人。出表 2 份，在数据目录的 reports/2020-03-05 里。"], (await _server.RunsAsync("check-ins-group")).Select(run => run.Result));
    }

    [Fact]
    public async Task An_office_that_asks_nobody_gets_no_sheet()
    {
        await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        await ListAsync();

        await _server.DoDueAsync("2020-03-05 22:00", "check-ins-group");

        Assert.All(_server.Reports(), file => Assert.Contains(_office, file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_names_who_is_missing_by_grid_worker()
    {
        var clerk = await _server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses");
        await _server.CheckInAsync(_residents[0], CheckInChannel.Phone, new() { Temperature = LawfulCase.Measured("36.5").Temperature, FoundNormal = true });

        await clerk.OpenAsync("/HealthStatuses/Summary");

        Assert.Contains("应打 4 人，已打 1 人，还差 3 人", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("当晚 22:00 前报齐，第二天早上 08:00 前汇总", clerk.Text, StringComparison.Ordinal);
        Assert.Equal(
            [("杨建军", "差 2 人", 2), ("马晓燕", "差 1 人", 1)],
            clerk.Page.QuerySelectorAll("tbody tr").Select(row => (row.Children[0].TextContent.Trim(), row.Children[3].TextContent.Trim().TrimStart('○', '◐', '▲', ' '), row.Children[4].QuerySelectorAll("a").Length)));
    }

    private Task<IReadOnlyList<DueRow>> ListAsync() => _server.InDbAsync(async db => await db.DueRowsAsync(await db.Offices.SingleAsync(office => office.Code == _office), _server.Today));
}
