using Hangfire;
using HealthCode.Tests.Support;
using HealthCode.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>后台工人: none is left when the storage is disposed: it closes connections even if a worker is using them, which corrupts the memory of the process.</summary>
public sealed class JobServersTests
{
    [Fact]
    public async Task Whoever_stops_them_waits_until_none_works_also_if_another_stops_them_already()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var storage = server.Services.GetRequiredService<JobStorage>();
        var workers = new JobServers(server.Services);
        await workers.StartedAsync(CancellationToken.None);
        var held = Held.Begin();
        new BackgroundJobClient(storage).Enqueue(() => Held.RunAsync());
        await Eventually.TrueAsync(() => storage.GetMonitoringApi().ProcessingCount() == 1);

        var first = workers.StopAsync(CancellationToken.None);
        var second = workers.StopAsync(CancellationToken.None);

        Assert.False(second.IsCompleted);
        held.SetResult();
        await second;
        Assert.Empty(storage.GetMonitoringApi().Servers());
        await first;
    }

    /// <summary>The host stops twice at once: when the test disposes it, and because the program itself runs until the host stops.</summary>
    [SqliteFact]
    public async Task While_one_works_the_storage_is_not_disposed_with_the_host()
    {
        var server = await OfficeServer.WithOfficeAsync();
        var storage = server.Services.GetRequiredService<JobStorage>();
        var held = Held.Begin();
        server.Services.GetRequiredService<IBackgroundJobClient>().Enqueue(() => Held.RunAsync());
        await Eventually.TrueAsync(() => storage.GetMonitoringApi().ProcessingCount() == 1);

        var disposing = server.DisposeAsync().AsTask();

        // Without a wait the storage is disposed within some hundredths of a second.
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.False(disposing.IsCompleted);
        Assert.Single(storage.GetMonitoringApi().ProcessingJobs(0, 10));
        held.SetResult();
        await disposing;
        Assert.Throws<ObjectDisposedException>(storage.GetMonitoringApi);
    }

    [Fact]
    public async Task After_the_stop_none_is_started()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var storage = server.Services.GetRequiredService<JobStorage>();
        var workers = new JobServers(server.Services);
        Held.Begin().SetResult();
        await workers.StopAsync(CancellationToken.None);

        await workers.StartedAsync(CancellationToken.None);

        new BackgroundJobClient(storage).Enqueue(() => Held.RunAsync());
        // Workers look for jobs five times a second.
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(1, storage.GetMonitoringApi().EnqueuedCount(JobQueues.Background));
    }

    /// <summary>A job that runs until the test lets it end; one at a time.</summary>
    public static class Held
    {
        private static TaskCompletionSource _end = new();

        public static Task RunAsync() => _end.Task;

        /// <summary>What ends the jobs that begin from now on.</summary>
        internal static TaskCompletionSource Begin() => _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
