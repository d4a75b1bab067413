using HealthCode.Web.Foundation;

namespace HealthCode.Web.Retention;

/// <summary>Registers the deletion steps besides the rows, in the order of execution; the data keys are last.</summary>
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
