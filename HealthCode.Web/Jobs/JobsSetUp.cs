using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.Storage.SQLite;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Imports;
using HealthCode.Web.Security;
using SQLite;

namespace HealthCode.Web.Jobs;

/// <summary>Scheduled and enqueued work: Hangfire over a file of its own.</summary>
public static class JobsSetUp
{
    /// <summary>The setting that keeps everything from running by itself when it is <c>false</c>: for looking into a copy of a data folder.</summary>
    public const string Setting = "jobs";

    /// <summary>Hangfire's own page: read-only, for the system administrator.</summary>
    public const string Dashboard = "/Administration/Jobs/Dashboard";

    // Longer than any job: one that lies in Processing longer than this is fetched a second time.
    private static readonly TimeSpan InvisibilityTimeout = TimeSpan.FromDays(1);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

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
                // Who may see it is decided by the policy below.
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
        // Registered before the library's own, which are static and shared by all servers of a process.
        services.AddSingleton<JobStorage>(provider => OpenStorage(provider.GetRequiredService<JobDatabase>(), provider.GetRequiredService<DataFolder>().Jobs, runsByItself));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<JobFailureFilter>();
        services.AddSingleton<IJobFilterProvider>(provider => new JobFilterProviderCollection(
            new JobFilterAttributeFilterProvider(), new JobFilterCollection { new StatisticsHistoryAttribute(), provider.GetRequiredService<JobFailureFilter>() }));
        services.AddSingleton<RecurringJobs>();
        services.AddSingleton<FailedJobs>();
        services.AddHangfire(configuration => configuration.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddSingleton<JobsStartup>();
        services.AddHostedService(provider => provider.GetRequiredService<JobsStartup>());
        services.AddHostedService<JobServers>();
    }

    private static SQLiteStorage OpenStorage(JobDatabase database, string path, bool runsByItself)
    {
        if (runsByItself)
        {
            database.DeleteIfDamaged();
        }
        else
        {
            database.Delete();
        }

        return new(
            new SQLiteDbConnectionFactory(() => Connect(path)),
            new() { JournalMode = SQLiteStorageOptions.JournalModes.WAL, QueuePollInterval = PollInterval, InvisibilityTimeout = InvisibilityTimeout });
    }

    private static SQLiteConnection Connect(string path)
    {
        var connection = new SQLiteConnection(path, SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create | SQLiteOpenFlags.NoMutex, storeDateTimeAsTicks: true) { BusyTimeout = TimeSpan.FromSeconds(10) };
        // It may lose the last jobs in a power cut, but is never damaged: they are enqueued again from the office's own record.
        connection.ExecuteScalar<string>("PRAGMA synchronous = NORMAL");
        return connection;
    }
}
