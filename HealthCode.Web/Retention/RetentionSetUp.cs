using HealthCode.Web.Foundation;

namespace HealthCode.Web.Retention;

/// <summary>What is destroyed beside the rows, in this order; what must be last of all is registered last.</summary>
public static class RetentionSetUp
{
    public static void AddRetention(this IServiceCollection services)
    {
        services.AddScoped<RetentionPurge>();
        services.AddScoped<IPurgeStep, PrintPurge>();
        services.AddSingleton<IPurgeStep>(each => FilePurge.Reports(each.GetRequiredService<DataFolder>()));
        services.AddSingleton<IPurgeStep>(each => FilePurge.Temporary(each.GetRequiredService<DataFolder>(), each.GetRequiredService<OfficeClock>()));
        services.AddScoped<IPurgeStep, JobDatabasePurge>();
        services.AddScoped<IPurgeStep, BackupPurge>();
        services.AddSingleton<IPurgeStep>(each => FilePurge.Logs(each.GetRequiredService<DataFolder>(), each.GetRequiredService<OfficeClock>()));
        services.AddScoped<IPurgeStep, AuditPayloadPurge>();
        services.AddScoped<IPurgeStep, DataKeyPurge>();
    }
}
