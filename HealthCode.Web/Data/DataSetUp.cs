using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>The database: how it is reached, and how it is brought up to date at start.</summary>
public static class DataSetUp
{
    public static void AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WriteGate>();
        builder.Services.AddSingleton<AuditInterceptor>();
        builder.Services.AddSingleton<SqliteSettings>();
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
        builder.Services.AddSingleton<Keyring>();
        builder.Services.AddDbContext<OfficeDb>(
            (services, options) => options
                .UseSqlite($"Data Source={services.GetRequiredService<DataFolder>().Database}")
                .AddInterceptors(services.GetRequiredService<SqliteSettings>(), services.GetRequiredService<AuditInterceptor>()),
            optionsLifetime: ServiceLifetime.Singleton);
    }

    /// <summary>Brings the database to this version, and lays out what an empty one needs.</summary>
    public static async Task OpenOfficeAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;");
        await scope.ServiceProvider.GetRequiredService<DivisionList>().SeedAsync();
        await Roles.SeedAsync(scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>());
    }
}
