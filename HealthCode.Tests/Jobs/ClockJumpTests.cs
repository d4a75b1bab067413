using HealthCode.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>电脑的钟拨了: an hour ahead or back during a day, by our own record of what was done. Whoever rings, and however often, nothing is done twice and nothing is left out.</summary>
public sealed class ClockJumpTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Ring = TimeSpan.FromMinutes(20);
    private static readonly DateTimeOffset Noon = JobRuns.At("2020-03-05 12:00");

    /// <summary>Every time of a day at which something is due, a little before and a little after; in an ordinary run back at one and ahead at the next.</summary>
    private static readonly string[] Moments = ["2020-03-05 20:50", "2020-03-05 21:10", "2020-03-05 23:50", "2020-03-06 00:03", "2020-03-06 00:10", "2020-03-06 00:50", "2020-03-06 06:55", "2020-03-06 07:05", "2020-03-06 07:15"];

    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public static TheoryData<string> Back => [.. Moments.Where((_, place) => LongRun.IsOn || place % 2 == 0)];

    public static TheoryData<string> Ahead => [.. Moments.Where((_, place) => LongRun.IsOn || place % 2 == 1)];

    [Theory]
    [MemberData(nameof(Back))]
    public async Task The_clock_goes_back_an_hour(string moment) => await RingAroundAsync(JobRuns.At(moment), -Hour);

    [Theory]
    [MemberData(nameof(Ahead))]
    public async Task The_clock_goes_ahead_an_hour(string moment) => await RingAroundAsync(JobRuns.At(moment), Hour);

    [Fact]
    public async Task A_clock_that_was_an_hour_ahead_for_a_night_and_is_put_right_has_nothing_done_twice()
    {
        await RingAsync(Noon, JobRuns.At("2020-03-05 20:00"));
        await RingAsync(JobRuns.At("2020-03-05 21:00"), JobRuns.At("2020-03-06 01:10"));
        await RingAsync(JobRuns.At("2020-03-06 00:10"), JobRuns.At("2020-03-06 12:00"));

        await AssertOnceEachAsync();
    }

    [Fact]
    public async Task A_job_during_which_the_clock_goes_back_did_not_end_before_it_began()
    {
        _server.Clock.SetTo(JobRuns.At("2020-03-05 21:00"));
        var started = _server.Clock.GetUtcNow();
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            begun.SetResult();
            await end.Task;
        }));
        await begun.Task;
        var done = _server.DoDueNowAsync();
        // The report is drawn; the job waits for its turn to write down that it did.
        await Eventually.TrueAsync(() => _server.Reports().Count > 0);
        _server.Clock.SetTo(JobRuns.At("2020-03-05 20:00"));
        end.SetResult();
        await held;
        await done;

        Assert.All(await _server.RunsAsync(), run => Assert.True(run.EndedAt >= run.StartedAt, $"{run.StartedAt} {run.EndedAt}"));
        Assert.NotEmpty(await _server.RunsAsync());
        Assert.Equal(started, (await _server.RunsAsync("daily-group"))[0].StartedAt);
    }

    /// <summary>Rings from noon on, lets the clock jump at the moment, and rings on until noon of the next day.</summary>
    private async Task RingAroundAsync(DateTimeOffset moment, TimeSpan jump)
    {
        await RingAsync(Noon, moment);
        await RingAsync(moment + jump, Noon.AddDays(1));

        await AssertOnceEachAsync();
    }

    private async Task RingAsync(DateTimeOffset from, DateTimeOffset until)
    {
        for (var now = from; now <= until; now += Ring)
        {
            _server.Clock.SetTo(now);
            Assert.Null(await _server.DoDueNowAsync());
        }

        _server.Clock.SetTo(until);
        Assert.Null(await _server.DoDueNowAsync());
    }

    private async Task AssertOnceEachAsync()
    {
        var runs = await _server.RunsAsync();
        Assert.All(runs, run => Assert.True(run.Succeeded, run.Result));
        Assert.Equal(
            ["audit 6", "check-ins-group 5", "check-ins-office 5", "daily-group 5", "daily-office 5", "data-keys 6", "due-list 6", "expiry 5", "renewals 6", "tidy-up 6"],
            runs.Select(run => $"{run.Job} {run.ForDay.Day}").Order(StringComparer.Ordinal));
    }
}
