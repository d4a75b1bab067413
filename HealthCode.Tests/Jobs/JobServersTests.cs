using Hangfire;
using HealthCode.Tests.Support;
using HealthCode.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>后台工人: none is left when the storage is disposed, which closes connections below the threads that use them and corrupts the memory of the process.</summary>
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
        await held.Begun.Task;

        var first = workers.StopAsync(CancellationToken.None);
        var second = workers.StopAsync(CancellationToken.None);

        Assert.False(second.IsCompleted);
        held.End.SetResult();
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
        await held.Begun.Task;

        var disposing = server.DisposeAsync().AsTask();

        // Without a wait the storage is disposed within some hundredths of a second.
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.False(disposing.IsCompleted);
        Assert.Single(storage.GetMonitoringApi().ProcessingJobs(0, 10));
        held.End.SetResult();
        await disposing;
        Assert.Throws<ObjectDisposedException>(storage.GetMonitoringApi);
    }

    [Fact]
    public async Task After_the_stop_none_is_started()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var storage = server.Services.GetRequiredService<JobStorage>();
        var workers = new JobServers(server.Services);
        Held.Begin().End.SetResult();
        await workers.StopAsync(CancellationToken.None);

        await workers.StartedAsync(CancellationToken.None);

        new BackgroundJobClient(storage).Enqueue(() => Held.RunAsync());
        // Workers look for jobs five times a second.
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(1, storage.GetMonitoringApi().EnqueuedCount(JobQueues.Background));
    }

    /// <summary>A job that runs until the test lets it end; one at a time.</summary>
    public sealed class Held
    {
        private static Held _now = new();

        private Held()
        {
        }

        internal TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static Task RunAsync()
        {
            _now.Begun.TrySetResult();
            return _now.End.Task;
        }

        internal static Held Begin() => _now = new();
    }
}
