using System.Text.Encodings.Web;
using System.Text.Unicode;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.WebEncoders;
using NLog.Extensions.Logging;

namespace HealthCode.Web.Hosting;

/// <summary>The ground the office stands on: data folder, clock, keys, logs, limits.</summary>
public static class HostingSetUp
{
    /// <summary>A pasted book must reach the field that says it is too long (10 MB of Chinese is 30 MB in a form post); only beyond this the whole request is refused.</summary>
    public const int LargestRequest = 48 * 1024 * 1024;

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        StartUpChecks.RequireChineseCulture();
        StartUpChecks.RequireFonts(Typography.Folders);
        var folder = DataFolder.Open(builder.Configuration[DataFolder.Setting]);
        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton(new DemoMode(builder.Configuration.GetValue<bool>("demo")));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<OfficeClock>();
        builder.Services.AddSingleton<FirstStart>();
        builder.Services.AddSingleton<SetupCode>();

        // What works behind the scenes says in the log what it could not do; it never closes the desks.
        builder.Services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);

        builder.Services.AddDataProtection()
            .SetApplicationName("HealthCode")
            .PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));

        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Its warning that the keys lie in the data folder as they are: so does the database; the folder is the office's alone.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Why the program cannot start is said in Chinese; a job that fails says so itself.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // What a job does is in our own record.
        builder.Logging.AddFilter("Hangfire", LogLevel.Error);
        // Its warnings quote sign-in names.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Identity", LogLevel.Error);
        var log = OfficeLog.Open(folder);
        builder.Services.AddSingleton(log);
        // Without this option NLog lifts the filters above, and every address with its ?q=姓名 would be kept for a year.
        builder.Logging.AddNLog(new NLogProviderOptions { RemoveLoggerFactoryFilter = false }, _ => log);

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestRequest);
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = LargestRequest;
            form.MultipartBodyLengthLimit = LargestRequest;
            form.BufferBodyLengthLimit = LargestRequest;
            // Beyond this a roster on its way in would lie open in the system's temporary folder, and stay there after a power cut.
            form.MemoryBufferThreshold = LargestRequest;
        });

        // Otherwise every Chinese character is sent as an entity.
        builder.Services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    /// <summary>Runs as a service where Windows or systemd started it; does these steps, in this order, before anything is served.</summary>
    public static void AddStartUp(this WebApplicationBuilder builder, params Func<IServiceProvider, Task>[] steps)
    {
        builder.Services.AddWindowsService();
        builder.Services.AddSystemd();
        builder.Services.AddSingleton<IHostedService>(services => new StartUpSteps(services, steps));
    }

    /// <summary>/healthz answers 200 when the database does.</summary>
    public static void MapHealth(this WebApplication app) =>
        app.MapMethods("/healthz", [HttpMethods.Get, HttpMethods.Head], async (OfficeDb db, CancellationToken cancellationToken) =>
                await db.Database.CanConnectAsync(cancellationToken) ? Results.Text("ok") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable))
            .AllowAnonymous();
}
