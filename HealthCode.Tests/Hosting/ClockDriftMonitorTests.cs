using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Hosting;

/// <summary>时间不对: everybody is told, no card is issued, and it ends by itself when the clock is right.</summary>
public sealed class ClockDriftMonitorTests : IAsyncLifetime
{
    private const string Told = "电脑时间不对，先停止发卡。";
    private static readonly DateTimeOffset Right = new(2020, 3, 5, 9, 0, 0, TimeSpan.FromHours(8));

    private OfficeServer _server = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await _server.AddUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
        await _server.AddUserAsync("guanli", _office, Roles.SystemAdministrator);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("2020-03-04 23:59", "电脑上是2020年3月4日，可是系统里已经有2020年3月5日的记录。")]
    [InlineData("2009-01-01 08:00", "电脑上是2009年1月1日，比健康通行卡启用的2020年2月28日还早。")]
    public async Task A_clock_before_the_newest_record_is_told_to_everybody_and_issues_nothing_until_it_is_right(string at, string why)
    {
        var before = await _server.SignedInAsync("yiren");
        var declaration = await before.KeyedAsync(_server);
        _server = await _server.RestartAsync(JobRuns.At(at));

        var desk = await _server.SignedInAsync("yiren");
        Assert.Contains(Told, desk.Text, StringComparison.Ordinal);
        Assert.Contains(why, desk.Text, StringComparison.Ordinal);
        await ApproveAsync(desk, declaration);
        Assert.Contains(desk.Errors, error => error.StartsWith(PassRules.ClockIsRight.Sentence, StringComparison.Ordinal));
        Assert.Equal(0, await _server.InDbAsync(db => db.Passes.CountAsync()));

        _server.Clock.SetTo(Right.AddMinutes(5));
        desk = await _server.SignedInAsync("yiren");
        Assert.DoesNotContain(Told, desk.Text, StringComparison.Ordinal);
        await ApproveAsync(desk, declaration);
        Assert.Equal(1, await _server.InDbAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task Put_right_by_some_minutes_within_a_day_a_clock_is_right()
    {
        _server = await _server.RestartAsync(Right.AddMinutes(-20));

        Assert.DoesNotContain(Told, (await _server.SignedInAsync("yiren")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_jumps_back_while_the_program_runs_is_noticed_without_any_record()
    {
        var time = new ManualTimeProvider(Right);
        var clock = new OfficeClock(time);
        clock.Observe(clock.Now);
        Assert.Null(clock.ClockError);

        time.Advance(TimeSpan.FromDays(-1));

        Assert.NotNull(clock.ClockError);
        Assert.Equal("pass-clock", Assert.Single(Assert.Throws<HealthCode.Domain.Rules.RuleBrokenException>(clock.RequireRight).Breaches).Rule.Code);
    }

    [Fact]
    public async Task A_card_is_not_reprinted_by_a_wrong_clock_either()
    {
        var desk = await _server.SignedInAsync("yiren");
        var pass = await desk.ApprovedAsync(_server);
        _server = await _server.RestartAsync(Right.AddDays(-2));
        desk = await _server.SignedInAsync("yiren");

        await desk.OpenAsync($"/Passes/Reprint/{pass}");
        await desk.SendAsync(("为什么补打", "遗失"), ("经过", "赶集时"));

        Assert.Contains(desk.Errors, error => error.StartsWith(PassRules.ClockIsRight.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_clock_had_been_too_far_ahead_an_administrator_says_that_it_is_right_now_and_the_audit_keeps_who()
    {
        _server = await _server.RestartAsync(Right.AddYears(4));
        await _server.SignedInAsync("yiren");
        _server = await _server.RestartAsync(Right.AddDays(1));
        var administrator = await _server.SignedInAsync("guanli");
        Assert.Contains(Told, administrator.Text, StringComparison.Ordinal);

        await administrator.OpenAsync("/Administration/Clock");
        await administrator.PressAsync("和手机对过");

        Assert.Contains("可以发卡了", administrator.StatusMessage, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, administrator.Text, StringComparison.Ordinal);
        Assert.Equal("guanli", await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Action == ClockDriftMonitor.Compared).Select(record => record.UserName).SingleAsync()));
        _server = await _server.RestartAsync(Right.AddDays(1));
        Assert.DoesNotContain(Told, (await _server.SignedInAsync("yiren")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_can_say_that_a_clock_before_the_first_card_is_right()
    {
        _server = await _server.RestartAsync(new(2009, 1, 1, 8, 0, 0, TimeSpan.FromHours(8)));
        var administrator = await _server.SignedInAsync("guanli");

        await administrator.OpenAsync("/Administration/Clock");

        Assert.Contains("比健康通行卡启用的", administrator.Text, StringComparison.Ordinal);
        Assert.Null(administrator.Page.QuerySelector("main form"));
    }

    private static Task<OfficeBrowser> ApproveAsync(OfficeBrowser desk, long declaration) => desk.DecideAsync(declaration, "Approve");
}
