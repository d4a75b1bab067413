using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HealthCode.Web.Data;

/// <summary>Registers the database and migrates it at start.</summary>
public static partial class DataSetUp
{
    /// <summary>Registers the database. All registered <see cref="IInterceptor"/> services are used, in registration order.</summary>
    public static void AddData(this WebApplicationBuilder builder)
    {
        var database = builder.Configuration[DatabaseEngines.Setting];
        var (replica, mostLag) = (builder.Configuration[DatabaseEngines.ReadSetting], builder.Configuration.GetValue<int?>(DatabaseEngines.ReadLagSetting));
        builder.Services.AddSingleton(services => DatabaseEngines.For(services.GetRequiredService<DataFolder>(), database, replica, mostLag));
        builder.Services.AddScoped<ReplicaReads>();
        builder.Services.AddSingleton(services => DatabaseEngines.JobsFor(services.GetRequiredService<DataFolder>(), database));
        builder.Services.AddSingleton(services => DatabaseEngines.StateFor(database, services));
        if (!string.IsNullOrWhiteSpace(database))
        {
            builder.Services.AddHostedService<SharedDatabaseMonitor>();
        }

        builder.Services.AddDbContext<OfficeDb>(
            (services, options) =>
            {
                services.GetRequiredService<IDatabaseEngine>().Configure(options);
                var interceptors = services.GetServices<IInterceptor>().ToList();
                if (interceptors.Count == 0)
                {
                    throw new InvalidOperationException("No interceptor is registered: changes would not be audited.");
                }

                options.ReplaceService<IModelCacheKeyFactory, KeyedModelCacheKeyFactory>().AddInterceptors(interceptors);
            },
            optionsLifetime: ServiceLifetime.Singleton);
    }

    /// <summary>Builds the EF model, half of the start-up time, in parallel with the rest. An error here occurs again at first use and is reported there.</summary>
    public static void BeginModel(this WebApplication app) => _ = Task.Run(async () =>
    {
        await using var scope = app.Services.CreateScopeFor(new SystemUser("model"));
        _ = scope.ServiceProvider.GetRequiredService<OfficeDb>().Model;
    });

    /// <summary>Migrates the database to this version.</summary>
    public static async Task MigrateAsync(this IServiceProvider services)
    {
        var engine = services.GetRequiredService<IDatabaseEngine>();
        LogEngine(services.GetRequiredService<ILogger<OfficeDb>>(), engine.Description);
        await using var scope = services.CreateScopeFor(new SystemUser("migration"));
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        await engine.MigrateAsync(db);
        await engine.ProtectAuditRecordsAsync(db);
    }

    [LoggerMessage(LogLevel.Information, "数据库引擎 {Engine}")]
    private static partial void LogEngine(ILogger log, string engine);
}
