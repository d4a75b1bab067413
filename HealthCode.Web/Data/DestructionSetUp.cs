using HealthCode.Web.Hosting;

namespace HealthCode.Web.Data;

/// <summary>What is destroyed beside the rows, in this order; what must be last of all is registered last.</summary>
public static class DestructionSetUp
{
    public static void AddDestruction(this IServiceCollection services)
    {
        services.AddScoped<Destruction>();
        services.AddScoped<IDestructionPart, DestroyedPrints>();
        services.AddSingleton<IDestructionPart>(each => DestroyedFiles.Reports(each.GetRequiredService<DataFolder>()));
        services.AddSingleton<IDestructionPart>(each => DestroyedFiles.Temporary(each.GetRequiredService<DataFolder>(), each.GetRequiredService<OfficeClock>()));
        services.AddScoped<IDestructionPart, DestroyedJobs>();
        services.AddScoped<IDestructionPart, DestroyedBackups>();
        services.AddSingleton<IDestructionPart>(each => DestroyedFiles.Logs(each.GetRequiredService<DataFolder>(), each.GetRequiredService<OfficeClock>()));
        services.AddScoped<IDestructionPart, DestroyedAuditPayloads>();
        services.AddScoped<IDestructionPart, DestroyedDataKeys>();
    }
}
