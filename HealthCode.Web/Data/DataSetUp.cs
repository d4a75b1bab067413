using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HealthCode.Web.Data;

/// <summary>The database: how it is reached, and how it is brought up to date at start.</summary>
public static partial class DataSetUp
{
    public static void AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => DatabaseEngines.For(services.GetRequiredService<DataFolder>()));
        builder.Services.AddSingleton<AuditVault>();
        builder.Services.AddSingleton<AuditChain>();
        builder.Services.AddSingleton<AuditInterceptor>();
        builder.Services.AddScoped<AuditCheck>();
        builder.Services.AddScoped<ViewRecords>();
        builder.Services.AddScoped<DivisionList>();
        builder.Services.AddScoped<Waiting>();
        builder.Services.AddDestruction();
        builder.Services.AddScoped<PrintDesk>();
        builder.Services.AddScoped<GateDesk>();
        builder.Services.AddScoped<TrustDesk>();
        builder.Services.AddScoped<CourierDesk>();
        builder.Services.AddScoped<TownshipDesk>();
        builder.Services.AddScoped<TownshipKeyring>();
        builder.Services.AddSingleton<PrintFiles>();
        builder.Services.AddSingleton<JobDatabase>();
        builder.Services.AddSingleton<Keyring>();
        builder.Services.AddSingleton<DataKeyBox>();
        builder.Services.AddScoped<Resealing>();
        builder.Services.AddHostedService<ClockWatch>();
        builder.Services.AddDbContext<OfficeDb>(
            (services, options) =>
            {
                services.GetRequiredService<IDatabaseEngine>().Configure(options);
                options.ReplaceService<IModelCacheKeyFactory, ModelOfKeys>()
                    .AddInterceptors(services.GetRequiredService<AuditInterceptor>(), services.GetRequiredService<AuditChain>());
            },
            optionsLifetime: ServiceLifetime.Singleton);
    }

    /// <summary>Begins to make the model, half of what a start takes, while the pages are mapped and the file is looked at. What fails here fails again where the database is first needed, and is told there.</summary>
    public static void BeginModel(this WebApplication app) => _ = Task.Run(() =>
    {
        using var scope = app.Services.CreateScope();
        _ = scope.ServiceProvider.GetRequiredService<OfficeDb>().Model;
    });

    /// <summary>Brings the database to this version, and lays out what an empty one needs.</summary>
    public static async Task OpenOfficeAsync(this IServiceProvider services)
    {
        var engine = services.GetRequiredService<IDatabaseEngine>();
        LogEngine(services.GetRequiredService<ILogger<OfficeDb>>(), engine.Description);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        await engine.MigrateAsync(db);
        await engine.ProtectAuditRecordsAsync(db);
        await services.GetRequiredService<AuditChain>().OpenAsync(db);
        await scope.ServiceProvider.GetRequiredService<Resealing>().OpenAsync();
        await scope.ServiceProvider.GetRequiredService<DivisionList>().SeedAsync();
        await Roles.SeedAsync(scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>());
    }

    [LoggerMessage(LogLevel.Information, "数据库引擎 {Engine}")]
    private static partial void LogEngine(ILogger log, string engine);
}
