using Hangfire;
using Hangfire.Common;

namespace HealthCode.Web.Jobs;

/// <summary>Hangfire workers of both queues. Started only after the server listens: Hangfire's own hosted service would open the job database
/// earlier, even if the start then fails.</summary>
public sealed class JobServers(IServiceProvider services) : IHostedLifecycleService
{
    /// <summary>With more workers, a job that takes longer than the invisibility timeout would be run a second time in parallel.</summary>
    public const int WorkersOfAQueue = 1;

    private IReadOnlyList<BackgroundJobServer> _servers = [];

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _servers = [Server(JobQueues.Background, isLightweight: false), Server(JobQueues.Interactive, isLightweight: true)];
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // The host may call StopAsync a second time when it is disposed while stopping.
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

    /// <param name="queue">The only queue this server processes.</param>
    /// <param name="isLightweight">True: without Hangfire's schedulers, which one server runs for both.</param>
    private BackgroundJobServer Server(string queue, bool isLightweight) => new(
        new()
        {
            ServerName = queue, Queues = [queue], WorkerCount = WorkersOfAQueue, IsLightweightServer = isLightweight,
            Activator = services.GetRequiredService<JobActivator>(), FilterProvider = services.GetRequiredService<IJobFilterProvider>(),
        },
        services.GetRequiredService<JobStorage>());
}
