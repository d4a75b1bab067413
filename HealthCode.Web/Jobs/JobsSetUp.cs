using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Imports;
using HealthCode.Web.Metrics;
using HealthCode.Web.Security;

namespace HealthCode.Web.Jobs;

/// <summary>Registers scheduled and queued jobs: Hangfire with its own storage.</summary>
public static class JobsSetUp
{
    /// <summary>Setting that disables all automatic jobs when <c>false</c>, e.g. to inspect a copy of a data folder.</summary>
    public const string Setting = "jobs";

    /// <summary>Path of Hangfire's dashboard: read-only, for the system administrator.</summary>
    public const string Dashboard = "/Administration/Jobs/Dashboard";

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<ImportJob>();
        services.AddSingleton<PrintLayoutJob>();
        services.AddSingleton<KeyRotationJob>();
        services.AddSingleton<BackupNowJob>();

        services.AddSingleton<JobRunner>();
        services.AddScoped<ReportFolder>();
        services.AddScoped<ExpiryJob>();
        services.AddScoped<DailyReportJob>();
        services.AddScoped<RenewalListJob>();
        services.AddScoped<DueListJob>();
        services.AddScoped<CheckInSummaryJob>();
        services.AddScoped<TidyUpJob>();
        services.AddScoped<DataKeyJob>();
        services.AddScoped<AuditJob>();
        services.AddScoped<BackupJob>();
        var runsByItself = builder.Configuration.GetValue(Setting, true);
        if (runsByItself)
        {
            services.AddHostedService<ResumePurgeOnStartup>();
        }

        services.AddHangfire(runsByItself);
    }

    public static void MapJobsDashboard(this WebApplication app) =>
        app.MapHangfireDashboard(Dashboard, new DashboardOptions
            {
                // Access is controlled by the authorization policy below.
                Authorization = [],
                IsReadOnlyFunc = _ => true,
                AppPath = "/Administration/Jobs",
                DashboardTitle = "后台工作",
                DisplayStorageConnectionString = false,
            })
            .RequireAuthorization([.. Policies.Of("/Administration/System/Jobs")])
            .WithMetadata(new OwnScriptFiles());

    private static void AddHangfire(this IServiceCollection services, bool runsByItself)
    {
        // Registered first to override Hangfire's defaults, which are static and shared by all servers of the process.
        services.AddSingleton<JobStorage>(provider => provider.GetRequiredService<IJobStore>().Open(runsByItself));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<JobFailureFilter>();
        services.AddSingleton<IJobFilterProvider>(provider => new JobFilterProviderCollection(
            new JobFilterAttributeFilterProvider(), new JobFilterCollection { new StatisticsHistoryAttribute(), provider.GetRequiredService<JobFailureFilter>(), new JobMetricsFilter(provider.GetService<OfficeMetrics>()) }));
        services.AddSingleton<RecurringJobs>();
        services.AddSingleton<FailedJobs>();
        services.AddSingleton(JobQueues.Length);
        services.AddHangfire(configuration => configuration.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddSingleton<JobsStartup>();
        services.AddHostedService(provider => provider.GetRequiredService<JobsStartup>());
        services.AddHostedService<JobServers>();
    }
}
