using HealthCode.Web.Data;

namespace HealthCode.Web.Hosting;

/// <summary>启动步骤 — runs the steps in order, after the service manager has been notified and before background services start or ports are
/// opened.</summary>
/// <remarks>Windows waits 30 seconds for a service to report; backing up and migrating a large database takes longer.</remarks>
/// <param name="services">The root service provider.</param>
/// <param name="steps">Run in order; an exception aborts the start.</param>
public sealed class StartUpSteps(IServiceProvider services, IReadOnlyList<Func<IServiceProvider, Task>> steps) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var alone = services.GetService<IDatabaseEngine>() is { } engine ? await engine.EnterAloneAsync(SharedWork.Start, cancellationToken) : null;
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
