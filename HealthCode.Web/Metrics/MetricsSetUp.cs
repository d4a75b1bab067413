using System.Diagnostics.Metrics;
using System.Reflection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace HealthCode.Web.Metrics;

/// <summary>Metrics of the running server at <c>/metrics</c>, in the text format of Prometheus. Off by default: then nothing of it is registered.</summary>
public static class MetricsSetUp
{
    /// <summary>Path of the metrics.</summary>
    public const string Path = "/metrics";

    private const string Requests = "Microsoft.AspNetCore.Hosting";

    /// <summary>Labels that the instruments of others keep; an instrument of theirs that is not listed here is left out. None of these labels holds a path, a query or an address.</summary>
    private static readonly Dictionary<string, string[]> Kept = new(StringComparer.Ordinal)
    {
        ["http.server.request.duration"] = ["http.request.method", "http.route", "http.response.status_code", "error.type"],
        ["http.server.active_requests"] = ["http.request.method"],
        ["db.client.operation.duration"] = [],
        ["db.client.operation.failed"] = [],
        ["db.client.operation.npgsql.executing"] = [],
        ["db.client.connection.npgsql.pending_requests"] = [],
        ["db.client.connection.npgsql.timeouts"] = [],
        ["db.client.connection.npgsql.create_time"] = [],
    };

    public static void AddMetrics(this WebApplicationBuilder builder)
    {
        if (MetricsReaders.Of(builder.Configuration[MetricsReaders.Setting]) is not { } readers)
        {
            return;
        }

        var services = builder.Services;
        services.AddSingleton(readers);
        services.AddSingleton<PoolConnections>();
        services.AddSingleton(provider => new ObservedGauge(
            "healthcode.database.connections", "{connection}", "Connections to a database server, by state.", provider.GetRequiredService<PoolConnections>().Read));
        services.AddSingleton<OfficeMetrics>();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                OfficeMetrics.MeterName, serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString(3), autoGenerateServiceInstanceId: false))
            .WithMetrics(metrics => metrics
                .AddMeter(OfficeMetrics.MeterName, Requests, PoolConnections.Driver, "System.Runtime")
                .AddPrometheusExporter(exporter => (exporter.ScrapeResponseCacheDurationMilliseconds, exporter.ScopeInfoEnabled) = (0, false)));
        services.ConfigureOpenTelemetryMeterProvider((provider, metrics) =>
        {
            var own = provider.GetRequiredService<IMeterFactory>();
            metrics.AddView(instrument => View(instrument, own));
        });
    }

    /// <summary>Answers GET and HEAD of the readers that the setting allows; for everybody else there is no such page.</summary>
    /// <param name="app">The server.</param>
    /// <param name="faults">All kinds of fault of a save.</param>
    public static void MapMetrics(this WebApplication app, IEnumerable<string> faults)
    {
        if (app.Services.GetService<MetricsReaders>() is not { } readers)
        {
            return;
        }

        // From here on it listens.
        var provider = app.Services.GetRequiredService<MeterProvider>();
        app.Services.GetRequiredService<OfficeMetrics>().BeginAtZero(faults);
        app.MapPrometheusScrapingEndpoint(Path, provider, branch => branch.Use((context, next) =>
            {
                if (readers.Allow(context.Request))
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }), optionsName: null)
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]))
            .DisableHttpMetrics()
            .AllowAnonymous();
    }

    private static MetricStreamConfiguration? View(Instrument instrument, IMeterFactory own) =>
        // Another server in this process, as in tests, has instruments of the same name.
        instrument.Meter.Scope is IMeterFactory factory && factory != own ? MetricStreamConfiguration.Drop
        : instrument.Meter.Name is not (Requests or PoolConnections.Driver) ? null
        : Kept.TryGetValue(instrument.Name, out var labels) ? new() { TagKeys = labels }
        : MetricStreamConfiguration.Drop;
}
