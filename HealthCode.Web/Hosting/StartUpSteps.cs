namespace HealthCode.Web.Hosting;

/// <summary>启动步骤 — run in order when Windows or systemd has been told that the program is starting, and before a worker or an address is opened.</summary>
/// <remarks>Windows waits 30 seconds for a service to report; the backup and the migration of a large database take longer.</remarks>
/// <param name="services">Of the program.</param>
/// <param name="steps">The first that fails ends the start.</param>
public sealed class StartUpSteps(IServiceProvider services, IReadOnlyList<Func<IServiceProvider, Task>> steps) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await step(services);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
