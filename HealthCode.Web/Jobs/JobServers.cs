using Hangfire;
using Hangfire.Common;

namespace HealthCode.Web.Jobs;

/// <summary>Hangfire workers of both queues. Started only after the server listens: Hangfire's own hosted service would open the job database
/// earlier, even if the start then fails.</summary>
public sealed class JobServers(IServiceProvider services) : IHostedLifecycleService
{
    /// <summary>With more workers, a job that takes longer than the invisibility timeout would be run a second time in parallel.</summary>
    public const int WorkersOfAQueue = 1;

    private readonly Lock _lock = new();
    private IReadOnlyList<BackgroundJobServer> _servers = [];
    private Task? _stopping;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // A second start changes nothing; after the stop nobody would stop them.
            if (_stopping is null && _servers.Count == 0)
            {
                _servers = [Server(JobQueues.Background, isLightweight: false), Server(JobQueues.Interactive, isLightweight: true)];
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Waits until no worker runs any more. The host calls it a second time when it is disposed while it stops; that call has to wait as well, because
    /// after it the storage is disposed, which closes connections even if a worker is using them.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _stopping ??= StopServersAsync(cancellationToken);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task StopServersAsync(CancellationToken cancellationToken)
    {
        foreach (var server in _servers)
        {
            server.SendStop();
        }

        foreach (var server in _servers)
        {
            await server.WaitForShutdownAsync(cancellationToken);
            server.Dispose();
        }
    }

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
