using System.Text.Encodings.Web;
using System.Text.Unicode;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.WebEncoders;
using NLog.Extensions.Logging;

namespace HealthCode.Web.Hosting;

/// <summary>Registers the infrastructure: data folder, clock, data protection keys, logging, request limits.</summary>
public static class HostingSetUp
{
    /// <summary>Limit of a request body in bytes. Large enough that over-long text still reaches the validation of its field (10 MB of Chinese is 30
    /// MB in a form post).</summary>
    public const int LargestRequest = 48 * 1024 * 1024;

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        StartUpChecks.RequireChineseCulture();
        StartUpChecks.RequireFonts(Typography.Folders);
        var folder = DataFolder.Open(builder.Configuration[DataFolder.Setting], builder.Configuration[DataFolder.SharedSetting]);
        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton(new DemoMode(builder.Configuration.GetValue<bool>("demo")));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<OfficeClock>();
        builder.Services.AddSingleton<FirstStart>();
        builder.Services.AddSingleton<SetupCode>();

        // A failing background service logs its error and must not stop the server.
        builder.Services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);

        builder.Services.AddSingleton(MasterKey.From(builder.Configuration[MasterKey.Setting]));
        builder.Services.AddSingleton<KeyFiles>();
        builder.Services.AddDataProtection().SetApplicationName("HealthCode");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<KeyFiles>((keys, files) => keys.XmlRepository = new KeyFileRepository(files));

        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Suppresses the warning that the keys are stored unencrypted: the data folder is accessible to the server's account only.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // StartFailure reports in Chinese why the start failed; a failed job logs its own error.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // Job runs are recorded in the JobRuns table.
        builder.Logging.AddFilter("Hangfire", LogLevel.Error);
        // Its warnings contain user names.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Identity", LogLevel.Error);
        var log = OfficeLog.Open(folder);
        builder.Services.AddSingleton(log);
        // Without this option NLog ignores the filters above, and would keep every URL with its ?q=姓名 for a year.
        builder.Logging.AddNLog(new NLogProviderOptions { RemoveLoggerFactoryFilter = false }, _ => log);

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestRequest);
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = LargestRequest;
            // The form of a large household has more fields than the 1024 of the framework.
            form.ValueCountLimit = 8 * 1024;
            form.MultipartBodyLengthLimit = LargestRequest;
            form.BufferBodyLengthLimit = LargestRequest;
            // A larger body would be buffered unencrypted in the system's temporary folder, and stay there after a power cut.
            form.MemoryBufferThreshold = LargestRequest;
        });

        // Otherwise every Chinese character is encoded as an HTML entity.
        builder.Services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    /// <summary>Runs as a service if Windows or systemd started the process; runs the steps in order before the server accepts requests.</summary>
    public static void AddStartUp(this WebApplicationBuilder builder, params Func<IServiceProvider, Task>[] steps)
    {
        builder.Services.AddWindowsService();
        builder.Services.AddSystemd();
        builder.Services.AddSingleton<IHostedService>(services => new StartUpSteps(services, steps));
    }

    /// <summary>/healthz: the program runs. /healthz/ready: it can be given requests; 503 if the database cannot be reached or the program is being stopped.</summary>
    public static void MapHealth(this WebApplication app)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/healthz", methods, () => Results.Text("ok")).AllowAnonymous();
        app.MapMethods("/healthz/ready", methods, async (IDatabaseEngine engine, IHostApplicationLifetime life, CancellationToken cancellationToken) =>
                !life.ApplicationStopping.IsCancellationRequested && await engine.AnswersAsync(cancellationToken)
                    ? Results.Text("ready")
                    : Results.StatusCode(StatusCodes.Status503ServiceUnavailable))
            .AllowAnonymous();
    }
}
