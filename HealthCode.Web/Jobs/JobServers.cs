using Hangfire;
using Hangfire.Common;

namespace HealthCode.Web.Jobs;

/// <summary>The workers of both queues. Started when the address is open; the library's own hosted service opens its file earlier, that of a folder in which this program does not start too.</summary>
public sealed class JobServers(IServiceProvider services) : IHostedLifecycleService
{
    /// <summary>More than one would run a job beside itself that takes longer than the invisibility timeout.</summary>
    public const int WorkersOfAQueue = 1;

    private IReadOnlyList<BackgroundJobServer> _servers = [];

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _servers = [Server(JobQueues.Background, isLightweight: false), Server(JobQueues.Interactive, isLightweight: true)];
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host that is disposed of while it stops calls this a second time.
        var servers = Interlocked.Exchange(ref _servers, []);
        foreach (var server in servers)
        {
            server.SendStop();
        }

        foreach (var server in servers)
        {
            await server.WaitForShutdownAsync(cancellationToken);
            server.Dispose();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <param name="queue">Its queue; jobs of another one wait for the other server.</param>
    /// <param name="isLightweight">Without the schedulers: one server has them for both.</param>
    private BackgroundJobServer Server(string queue, bool isLightweight) => new(
        new()
        {
            ServerName = queue, Queues = [queue], WorkerCount = WorkersOfAQueue, IsLightweightServer = isLightweight,
            Activator = services.GetRequiredService<JobActivator>(), FilterProvider = services.GetRequiredService<IJobFilterProvider>(),
        },
        services.GetRequiredService<JobStorage>());
}
