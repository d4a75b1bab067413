using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HealthCode.Web.Data;

/// <summary>The database: how it is reached, and how it is brought up to date at start.</summary>
public static partial class DataSetUp
{
    /// <summary>Registers the database. Interceptors are whatever is registered as <see cref="IInterceptor"/>, in that order.</summary>
    public static void AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => DatabaseEngines.For(services.GetRequiredService<DataFolder>()));
        builder.Services.AddSingleton<JobDatabase>();
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

    /// <summary>Begins to make the model, half of what a start takes, while the pages are mapped and the file is looked at. What fails here fails again where the database is first needed, and is told there.</summary>
    public static void BeginModel(this WebApplication app) => _ = Task.Run(async () =>
    {
        await using var scope = app.Services.CreateScopeFor(new SystemUser("model"));
        _ = scope.ServiceProvider.GetRequiredService<OfficeDb>().Model;
    });

    /// <summary>Brings the database to this version.</summary>
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
