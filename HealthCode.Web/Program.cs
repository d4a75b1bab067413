using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Hosting.Demo;
using HealthCode.Web.Hosting.Https;
using HealthCode.Web.Jobs;
using HealthCode.Web.Pages;
using HealthCode.Web.Pages.Account;
using HealthCode.Web.Pages.Declarations;
using HealthCode.Web.Reports;
using HealthCode.Web.Security;

try
{
    if (await BackupCommands.RunAsync(args) is { } exitCode)
    {
        return exitCode;
    }

    var builder = WebApplication.CreateBuilder(CommandLine.Options(args));
    builder.AddHosting();
    builder.AddHttps();
    builder.AddData();
    builder.AddBackups();
    builder.AddReports();
    builder.AddJobs();
    builder.AddSecurity();
    builder.AddRateLimits();
    builder.AddPages();

    var app = builder.Build();
    await app.CheckDatabaseAsync();
    await app.OpenOfficeAsync();
    await app.OpenDemoAsync();

    app.UseErrorPages();
    app.UseDataFaults();
    app.UseChineseCulture();
    app.UsePageHeaders();
    app.UseHttpsFromElsewhere();
    app.UseBodyLimits();
    app.UseStaticFiles();
    app.UseRouting();
    app.UseFirstStart();
    app.UseAuthentication();
    app.UseRateLimiter();
    app.UseDraftRescue();
    app.UseFormRescue();
    app.UseAuthorization();
    app.UsePasswordChangeFirst();
    app.MapHealth();
    app.MapRazorPages();

    await app.RunAtAddressAsync();
    return 0;
}
catch (CannotStartException reason)
{
    // The person at the office PC reads this, not a stack trace.
    await Console.Error.WriteLineAsync(reason.Message);
    return 1;
}

/// <summary>Named so that tests can start the server.</summary>
public partial class Program
{
}
