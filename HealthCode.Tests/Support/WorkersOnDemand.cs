using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HealthCode.Tests.Support;

/// <summary>Starts the job servers of a server when its first job is enqueued: most tests enqueue none, and starting and stopping them costs a fifth of a second.</summary>
public sealed class WorkersOnDemand(IServiceProvider services, IReadOnlyList<ServiceDescriptor> servers) : IBackgroundJobClient, IHostedService
{
    private readonly Lazy<IBackgroundJobClient> _client = new(() => services.GetRequiredService<IBackgroundJobClientFactory>().GetClient(services.GetRequiredService<JobStorage>()));
    private readonly Lazy<IReadOnlyList<IHostedService>> _started = new(() =>
    {
        IReadOnlyList<IHostedService> workers = [.. servers.Select(server => (IHostedService)server.ImplementationFactory!(services))];
        foreach (var worker in workers)
        {
            // Only registers: the workers run as soon as the server has started.
            worker.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        }

        return workers;
    });

    /// <summary>Takes the place of the job servers that start with the server.</summary>
    public static void Use(IServiceCollection services)
    {
        var servers = services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(BackgroundJobServerHostedService)).ToList();
        Assert.NotEmpty(servers);
        servers.ForEach(server => services.Remove(server));
        services.AddSingleton(provider => new WorkersOnDemand(provider, servers));
        services.AddSingleton<IBackgroundJobClient>(provider => provider.GetRequiredService<WorkersOnDemand>());
        services.AddHostedService(provider => provider.GetRequiredService<WorkersOnDemand>());
    }

    /// <summary>Its log is static: it would write into that of a server that has ended.</summary>
    public static void Silence(IServiceCollection services)
    {
        var configuration = services.Single(service => service.ServiceType == typeof(IGlobalConfiguration));
        services.AddSingleton<IGlobalConfiguration>(provider => ((IGlobalConfiguration)configuration.ImplementationFactory!(provider)).UseNoOpLogProvider());
    }

    public string Create(Job job, IState state)
    {
        _ = _started.Value;
        return _client.Value.Create(job, state);
    }

    public bool ChangeState(string jobId, IState state, string expectedState)
    {
        _ = _started.Value;
        return _client.Value.ChangeState(jobId, state, expectedState);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_started.IsValueCreated)
        {
            foreach (var worker in _started.Value)
            {
                await worker.StopAsync(cancellationToken);
                ((IDisposable)worker).Dispose();
            }
        }
    }
}
