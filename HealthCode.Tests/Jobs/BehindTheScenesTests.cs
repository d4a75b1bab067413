using Hangfire;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HealthCode.Tests.Jobs;

/// <summary>后台: what fails behind the scenes stands in the log; the desks stay open, and it is tried again.</summary>
public sealed class BehindTheScenesTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void No_work_behind_the_scenes_ends_the_program() =>
        Assert.Equal(BackgroundServiceExceptionBehavior.Ignore, _server.Services.GetRequiredService<IOptions<HostOptions>>().Value.BackgroundServiceExceptionBehavior);

    [Fact]
    public async Task A_database_that_does_not_answer_keeps_nobody_from_looking_at_the_clock_again()
    {
        await AwayAsync("AuditRecords");
        using var watch = new ClockDriftMonitor(_server.Services.GetRequiredService<IServiceScopeFactory>(), _server.Services.GetRequiredService<OfficeClock>(), NullLogger<ClockDriftMonitor>.Instance);

        await watch.StartAsync(CancellationToken.None);

        Assert.False(watch.ExecuteTask!.IsCompleted);
        await watch.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_at_the_start_keeps_nobody_from_printing_later()
    {
        await AwayAsync("PrintRuns");

        // What it could not read is looked at again in a minute.
        await _server.Services.GetRequiredService<JobsStartup>().StartedAsync(CancellationToken.None);

        var again = Assert.Single(_server.Services.GetRequiredService<JobStorage>().GetMonitoringApi().ScheduledJobs(0, 10)).Value;
        Assert.Equal((typeof(JobsStartup), nameof(JobsStartup.ResumeAsync)), (again.Job.Type, again.Job.Method.Name));
        await AwayAsync("PrintRuns", back: true);
        await _server.Services.GetRequiredService<JobsStartup>().ResumeAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_for_a_moment_ends_no_scheduled_work()
    {
        await AwayAsync("JobRuns");
        Assert.StartsWith("没有做成", await DueAsync(), StringComparison.Ordinal);

        await AwayAsync("JobRuns", back: true);

        Assert.Null(await DueAsync());
        Assert.True((await _server.RunsAsync()).Count > 3);
    }

    private Task<string?> DueAsync() => _server.DoDueAsync("2020-03-06 09:00");

    private Task AwayAsync(string table, bool back = false) => _server.RenameAwayAsync(table, back);
}
