using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using HealthCode.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HealthCode.Tests.Support;

/// <summary>Starts a server's workers when its first job is enqueued; most tests enqueue none, and starting and stopping them takes 0.2 s.</summary>
public sealed class WorkersOnDemand(IServiceProvider services) : IBackgroundJobClient, IHostedService
{
    private readonly Lazy<IBackgroundJobClient> _client = new(() => services.GetRequiredService<IBackgroundJobClientFactory>().GetClient(services.GetRequiredService<JobStorage>()));
    private readonly JobServers _servers = new(services);

    /// <summary>Replaces the workers that start with the server.</summary>
    public static void Use(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(JobServers)));
        services.AddSingleton<WorkersOnDemand>();
        services.AddSingleton<IBackgroundJobClient>(provider => provider.GetRequiredService<WorkersOnDemand>());
        services.AddHostedService(provider => provider.GetRequiredService<WorkersOnDemand>());
    }

    /// <summary>Disables Hangfire's logging: its log provider is static and would write to the log of a server that has ended.</summary>
    public static void Silence(IServiceCollection services)
    {
        var configuration = services.Single(service => service.ServiceType == typeof(IGlobalConfiguration));
        services.AddSingleton<IGlobalConfiguration>(provider => ((IGlobalConfiguration)configuration.ImplementationFactory!(provider)).UseNoOpLogProvider());
    }

    public string Create(Job job, IState state)
    {
        Start();
        return _client.Value.Create(job, state);
    }

    public bool ChangeState(string jobId, IState state, string expectedState)
    {
        Start();
        return _client.Value.ChangeState(jobId, state, expectedState);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => _servers.StopAsync(cancellationToken);

    private void Start() => _servers.StartedAsync(CancellationToken.None).GetAwaiter().GetResult();
}
