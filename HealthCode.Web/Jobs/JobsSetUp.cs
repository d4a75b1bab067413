using HealthCode.Web.Hosting;
using HealthCode.Web.Imports;
using Quartz;

namespace HealthCode.Web.Jobs;

/// <summary>What works behind the scenes while the desks are open.</summary>
public static class JobsSetUp
{
    /// <summary>The setting that keeps everything from running by itself when it is <c>false</c>: for looking into a copy of a data folder.</summary>
    public const string Setting = "jobs";

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PrintRoom>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PrintRoom>());
        builder.Services.AddSingleton<ImportFiles>();
        builder.Services.AddSingleton<ImportRoom>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ImportRoom>());

        builder.Services.AddSingleton<DataKeyRoom>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DataKeyRoom>());

        builder.Services.AddSingleton<DutyRoom>();
        builder.Services.AddScoped<ReportFolder>();
        builder.Services.AddScoped<ExpiryJob>();
        builder.Services.AddScoped<DailyReportJob>();
        builder.Services.AddScoped<RenewalListJob>();
        builder.Services.AddScoped<TidyUpJob>();
        builder.Services.AddScoped<DataKeyJob>();
        builder.Services.AddScoped<AuditJob>();
        builder.Services.AddScoped<BackupJob>();
        builder.Services.AddSingleton<BackupRoom>();
        builder.Services.AddHostedService(services => services.GetRequiredService<BackupRoom>());
        if (builder.Configuration.GetValue(Setting, true))
        {
            var folder = DataFolder.Open(builder.Configuration[DataFolder.Setting]);
            builder.Services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
            {
                store.UseSqlite($"Data Source={folder.Jobs}");
                store.ProvisionSchema();
            }));
            builder.Services.AddHostedService<UnfinishedDestruction>();
            builder.Services.AddHostedService<AlarmClock>();
        }
    }
}
