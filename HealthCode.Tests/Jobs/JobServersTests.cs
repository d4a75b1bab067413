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
        new BackgroundJobClient(storage).Enqueue(() => Held.RunAsync());
        await Held.Begun.Task;

        var first = workers.StopAsync(CancellationToken.None);
        var second = workers.StopAsync(CancellationToken.None);

        Assert.False(second.IsCompleted);
        Held.End();
        await second;
        Assert.Empty(storage.GetMonitoringApi().Servers());
        await first;
    }

    [Fact]
    public async Task After_the_stop_none_is_started()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var storage = server.Services.GetRequiredService<JobStorage>();
        var workers = new JobServers(server.Services);
        await workers.StopAsync(CancellationToken.None);

        await workers.StartedAsync(CancellationToken.None);

        new BackgroundJobClient(storage).Enqueue(() => Held.End());
        // Workers look for jobs five times a second.
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(1, storage.GetMonitoringApi().EnqueuedCount(JobQueues.Background));
    }

    /// <summary>A job that runs until the test lets it end.</summary>
    public static class Held
    {
        internal static TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal static TaskCompletionSource MayEnd { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static Task RunAsync()
        {
            Begun.SetResult();
            return MayEnd.Task;
        }

        public static void End() => MayEnd.TrySetResult();
    }
}
