using HealthCode.Web.Auditing;
using HealthCode.Web.Backups;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Couriers;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Disclosures;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Hosting;
using HealthCode.Web.KeyRotation;
using HealthCode.Web.Offices;
using HealthCode.Web.Outreach;
using HealthCode.Web.Passes;
using HealthCode.Web.PrintRuns;
using HealthCode.Web.Registers;
using HealthCode.Web.Reports;
using HealthCode.Web.Residents;
using HealthCode.Web.Retention;
using HealthCode.Web.Search;
using HealthCode.Web.Security;
using HealthCode.Web.Statistics;
using HealthCode.Web.Venues;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HealthCode.Web;

/// <summary>What the server does with each feature of the office, a line each; and what they need in an empty database.</summary>
public static class FeaturesSetUp
{
    /// <summary>All that works with the database: for the server, and for what is done on the command line.</summary>
    public static void AddOffice(this WebApplicationBuilder builder)
    {
        builder.Services.AddCurrentUser();
        builder.AddHosting();
        builder.AddData();
        builder.AddFeatures();
        builder.AddBackups();
        builder.AddSecurity();
    }

    private static void AddFeatures(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DataKeyStore>();
        services.AddSingleton<AuditChainKeyStore>();
        services.AddSingleton<AuditChain>();
        services.AddSingleton<IInterceptor, AuditInterceptor>();
        services.AddSingleton<IInterceptor>(each => each.GetRequiredService<AuditChain>());
        services.AddScoped<ArchivedAudits>();
        services.AddScoped<AuditCheck>();
        services.AddScoped<AccessLog>();
        services.AddScoped<DivisionList>();
        services.AddScoped<WorkQueueCounts>();
        services.AddScoped<DeskUse>();
        services.AddSingleton<SigningKeyStore>();
        services.AddScoped<TrustExchange>();
        services.AddScoped<CardVerification>();
        services.AddSingleton<CameraFrameReader>();
        services.AddScoped<HolderSearch>();
        services.AddScoped<ResidentCommands>();
        services.AddScoped<GuardianCommands>();
        services.AddScoped<OutreachCommands>();
        services.AddScoped<DeclarationEntry>();
        services.AddScoped<CheckInEntry>();
        services.AddScoped<RoundEntry>();
        services.AddScoped<GateDeclaration>();
        services.AddScoped<EntryKeying>();
        services.AddScoped<RegisterCommands>();
        services.AddSingleton<PrintFiles>();
        services.AddScoped<PrintRunCommands>();
        services.AddScoped<PassStepCommands>();
        services.AddScoped<OutgoingPackages>();
        services.AddScoped<IncomingPackages>();
        services.AddScoped<TownshipKeyStore>();
        services.AddScoped<Reencryption>();
        services.AddScoped<ReportDraft>();
        services.AddScoped<ReportExport>();
        services.AddScoped<DisclosureQuery>();
        services.AddRetention();
        services.AddHostedService<ClockDriftMonitor>();
    }

    /// <summary>Checks the audit chain, goes on with a change of keys that was cut off, and lays out what an empty database needs.</summary>
    public static async Task OpenFeaturesAsync(this IServiceProvider services)
    {
        await using var scope = services.CreateScopeFor(new SystemUser("start-up"));
        await services.GetRequiredService<AuditChain>().OpenAsync(scope.ServiceProvider.GetRequiredService<OfficeDb>());
        await scope.ServiceProvider.GetRequiredService<Reencryption>().OpenAsync();
        await scope.ServiceProvider.GetRequiredService<OfficeDb>().IndexOldResidentsAsync();
        await scope.ServiceProvider.GetRequiredService<DivisionList>().SeedAsync();
        await Roles.SeedAsync(scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>());
    }
}
