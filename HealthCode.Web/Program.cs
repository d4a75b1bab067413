using HealthCode.Web;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Hosting.Demo;
using HealthCode.Web.Hosting.Https;
using HealthCode.Web.Jobs;
using HealthCode.Web.Metrics;
using HealthCode.Web.Pages;
using HealthCode.Web.Pages.Account;
using HealthCode.Web.Pages.Declarations;
using HealthCode.Web.Security;
using NLog;

LogFactory? log = null;
try
{
    if (await BackupCommands.RunAsync(args, FeaturesSetUp.AddOffice) is { } exitCode)
    {
        return exitCode;
    }

    var builder = WebApplication.CreateBuilder(CommandLine.Options(args));
    builder.AddOffice();
    builder.AddMetrics();
    builder.AddHttps();
    builder.AddJobs();
    builder.AddPages();
    builder.AddStartUp(DatabaseStartupCheck.CheckDatabaseAsync, DataSetUp.MigrateAsync, FeaturesSetUp.OpenFeaturesAsync, DemoSetUp.OpenDemoAsync, StartupBanner.PrintWhenStartedAsync);

    var app = builder.Build();
    log = app.Services.GetRequiredService<LogFactory>();
    app.BeginModel();

    app.UseReverseProxy();
    app.UseOwnHost();
    app.UseErrorPages();
    app.UseDataFaults();
    app.UseChineseCulture();
    app.UseSecurityHeaders();
    app.UseHttpsFromElsewhere();
    app.UseOddRequests();
    app.UseStaticFiles();
    app.UseRouting();
    app.UseFirstStart();
    app.UseAuthentication();
    app.UseBodyLimits(LargerForms.SizeLimitAsync);
    app.UseRateLimits();
    app.UseSetupImport();
    app.UseDraftOnExpiredSession();
    app.UsePendingPosts();
    app.UseAuthorization();
    app.UsePasswordChangeFirst();
    app.UseReadableForms();
    app.MapHealth();
    app.MapMetrics(DataFaults.Kinds);
    app.MapRazorPages();
    app.MapJobsDashboard();

    await app.RunAtAddressAsync();
    return 0;
}
catch (Exception fault) when (fault is not HostAbortedException)
{
    StartFailure.Report(fault, log ?? OfficeLog.Open(DataFolder.Named(args)));
    return 1;
}

/// <summary>Public, so that WebApplicationFactory in the tests can use it as entry point.</summary>
public partial class Program
{
}
