using HealthCode.Web.Imports;

namespace HealthCode.Web.Jobs;

/// <summary>What works behind the scenes while the desks are open.</summary>
public static class JobsSetUp
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PrintRoom>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PrintRoom>());
        builder.Services.AddSingleton<ImportFiles>();
        builder.Services.AddSingleton<ImportRoom>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ImportRoom>());
    }
}
