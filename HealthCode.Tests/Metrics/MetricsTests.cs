using System.Net;
using Hangfire;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Jobs;
using HealthCode.Web.Metrics;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace HealthCode.Tests.Metrics;

/// <summary>/metrics: how the server is, and nothing of whom it serves.</summary>
public sealed class MetricsTests
{
    private const string Requests = "http_server_request_duration_seconds_count";
    private const string FailedSaves = "healthcode_save_failures_total";
    private const string Name = "欧阳牧云";

    /// <summary>All labels there are. A new one is added here after somebody has looked at what it may hold.</summary>
    private static readonly string[] Labels =
    [
        "le", "http_request_method", "http_route", "http_response_status_code", "error_type", "fault", "job", "result", "state",
        "cpu_mode", "gc_heap_generation", "dotnet_gc_heap_generation", "service_name", "service_version", "telemetry_sdk_language", "telemetry_sdk_name", "telemetry_sdk_version",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    public async Task Off_there_is_no_such_page_and_nothing_measures(string? setting)
    {
        await using var server = new OfficeServer { From = IPAddress.Loopback };
        if (setting is not null)
        {
            server.Settings[MetricsReaders.Setting] = setting;
        }

        await server.AddOfficeAsync(await server.FirstVillageAsync());
        var desk = await server.SignedInUserAsync("yiren", (await server.FirstVillageAsync()).Value, Roles.Clerk);

        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(MetricsSetUp.Path)).Status);
        Assert.DoesNotContain(server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(), endpoint => endpoint.RoutePattern.RawText!.Trim('/') == "metrics");
        Assert.Null(server.Services.GetService<MeterProvider>());
        Assert.Null(server.Services.GetService<OfficeMetrics>());
    }

    [Fact]
    public async Task On_it_says_how_long_requests_and_writes_took_what_waits_and_how_the_runtime_is()
    {
        await using var server = await MeasuredAsync();
        var desk = await DeskAsync(server);
        await desk.OpenAsync("/Declarations");
        await desk.OpenAsync("/Declarations?q=x");
        await desk.OpenAsync("/no-such-page");
        // A request is measured when it has ended, which its answer does not wait for.
        await Eventually.TrueAsync(async () => (await Scrape.OfAsync(server)).Value(Requests, ("http_response_status_code", "404")) is not null);

        var scrape = await Scrape.OfAsync(server);

        Assert.Equal(2, scrape.Value(Requests, ("http_route", "Declarations"), ("http_request_method", "GET"), ("http_response_status_code", "200")));
        Assert.Equal(1, scrape.Value(Requests, ("http_response_status_code", "404")));
        Assert.Equal(2, scrape.Value("http_server_request_duration_seconds_bucket", ("http_route", "Declarations"), ("le", "+Inf")));
        Assert.NotNull(scrape.Value("http_server_active_requests", ("http_request_method", "GET")));
        Assert.Equal(0, scrape.Value("healthcode_write_lock_waiting"));
        Assert.InRange(scrape.Value("healthcode_write_lock_wait_duration_seconds_count")!.Value, 1, 1000);
        Assert.Equal(scrape.Value("healthcode_write_lock_wait_duration_seconds_count"), scrape.Value("healthcode_write_lock_hold_duration_seconds_count"));
        Assert.InRange(scrape.Value("healthcode_write_lock_hold_duration_seconds_sum")!.Value, 0.000_001, 600);
        Assert.All(DataFaults.Kinds, fault => Assert.Equal(0, scrape.Value(FailedSaves, ("fault", fault))));
        Assert.All((string[])["waiting_interactive", "waiting_background", "retrying", "failed"], state => Assert.Equal(0, scrape.Value("healthcode_job_queue_length", ("state", state))));
        Assert.InRange(scrape.Value("dotnet_process_memory_working_set_bytes")!.Value, 1_000_000, 1e12);
        Assert.NotNull(scrape.Value("target_info", ("service_name", "HealthCode")));
        // It does not count itself.
        Assert.DoesNotContain((await Scrape.OfAsync(server)).Samples, sample => sample.Labels.GetValueOrDefault("http_route")?.Contains("metrics", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_pool_of_a_database_server_is_told_without_its_connection_string()
    {
        await using var server = await MeasuredAsync();
        await (await DeskAsync(server)).OpenAsync("/Declarations");

        var scrape = await Scrape.OfAsync(server);

        Assert.DoesNotContain(scrape.Samples, sample => sample.Labels.Keys.Any(label => label.Contains("pool", StringComparison.Ordinal)));
        if (TestDatabase.IsPostgres)
        {
            Assert.InRange(scrape.Value("healthcode_database_connections", ("state", "idle"))!.Value, 1, 10_000);
            Assert.InRange(scrape.Value("healthcode_database_connections", ("state", "max"))!.Value, 20, 100_000);
            Assert.NotNull(scrape.Value("healthcode_database_connections", ("state", "used")));
            Assert.InRange(scrape.Value("db_client_operation_duration_seconds_count")!.Value, 1, 1e6);
            Assert.DoesNotContain("Host=", scrape.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_of_a_resident_a_user_a_search_or_an_id_is_in_it()
    {
        await using var server = await MeasuredAsync();
        var desk = await DeskAsync(server);
        await desk.EnterAsync(("Name", Name));
        var form = await server.InDbAsync(db => db.Declarations.Select(each => each.Id).SingleAsync());
        var card = Assert.Single(await server.IssueAsync(1));
        var number = await server.InDbAsync(db => db.Passes.Select(each => each.Number).SingleAsync());
        string[] pages =
        [
            $"/Declarations/Details/{form}", $"/Passes/Details/{card}", $"/Declarations?q={Uri.EscapeDataString(Name)}", $"/Declarations?q={PaperForm.Number}", $"/Passes?q={number}",
            $"/no/such/page/{Uri.EscapeDataString(Name)}", $"/Passes/Details/{PaperForm.Number}", $"/Declarations?q=a%00{PaperForm.Number}",
        ];
        foreach (var page in pages)
        {
            await desk.OpenAsync(page);
        }

        using (var odd = new HttpRequestMessage(new HttpMethod("YIREN"), "/Passes"))
        {
            using var refused = await desk.Http.SendAsync(odd);
        }

        var scrape = await Scrape.OfAsync(server);

        Assert.NotNull(scrape.Value(Requests, ("http_route", "Passes/Details/{id:long}"), ("http_response_status_code", "200"), ("http_request_method", "GET")));
        foreach (var told in (string[])[Name, Uri.EscapeDataString(Name), "ouyang", PaperForm.Number, PaperForm.Number[^4..] + "\"", $"{number}", "yiren", "YIREN", "测试", "?", "%"])
        {
            Assert.DoesNotContain(told, string.Join('\n', scrape.Samples.SelectMany(sample => sample.Labels.Values)), StringComparison.Ordinal);
        }

        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText).ToHashSet();
        Assert.All(scrape.Samples, sample => Assert.Contains(sample.Labels.GetValueOrDefault("http_route", ""), routes.Append("").Append("/")));
        Assert.Empty(scrape.Samples.SelectMany(sample => sample.Labels.Keys).Distinct().Except(Labels));
    }

    [Fact]
    public async Task Only_allowed_addresses_get_it_and_none_through_a_proxy()
    {
        await using var server = await MeasuredAsync("10.1.2.0/24");
        var browser = server.Browser();
        foreach (var (from, status) in ((string, HttpStatusCode)[])
            [("127.0.0.1", HttpStatusCode.OK), ("10.1.2.9", HttpStatusCode.OK), ("::ffff:10.1.2.9", HttpStatusCode.OK), ("10.1.3.9", HttpStatusCode.NotFound), ("192.168.1.8", HttpStatusCode.NotFound)])
        {
            server.From = IPAddress.Parse(from);
            Assert.Equal((from, status), (from, (await browser.OpenAsync(MetricsSetUp.Path)).Status));
        }

        server.From = IPAddress.Loopback;
        using (var passedOn = new HttpRequestMessage(HttpMethod.Get, MetricsSetUp.Path) { Headers = { { "X-Forwarded-For", "127.0.0.1" } } })
        {
            using var answer = await browser.Http.SendAsync(passedOn);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        // Nor does the header let a stranger in.
        server.From = IPAddress.Parse("192.168.1.8");
        using var stranger = new HttpRequestMessage(HttpMethod.Get, MetricsSetUp.Path) { Headers = { { "X-Forwarded-For", "127.0.0.1" } } };
        using var refused = await browser.Http.SendAsync(stranger);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.DoesNotContain("healthcode_", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_that_waits_is_counted_while_it_waits()
    {
        await using var server = await MeasuredAsync();
        Task second = Task.CompletedTask;

        await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            second = Task.Run(() => server.InDbAsync(SaveAsync));
            await Eventually.TrueAsync(async () => (await Scrape.OfAsync(server)).Value("healthcode_write_lock_waiting") == 1);
        }));
        await second;

        Assert.Equal(0, (await Scrape.OfAsync(server)).Value("healthcode_write_lock_waiting"));
    }

    [Fact]
    public async Task A_save_that_fails_is_counted_and_one_that_a_rule_refuses_is_not()
    {
        await using var server = await MeasuredAsync();
        var office = await server.InDbAsync(db => db.Offices.AsNoTracking().SingleAsync());

        await Assert.ThrowsAsync<DbUpdateException>(() => server.InDbAsync(async db =>
        {
            db.Offices.Add(office);
            await db.SaveChangesAsync();
        }));
        await Assert.ThrowsAsync<RuleBrokenException>(() => server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            PassRules.ClockIsRight.Require(false);
            return Task.CompletedTask;
        })));

        var scrape = await Scrape.OfAsync(server);
        Assert.Equal(1, scrape.Value(FailedSaves, ("fault", "other")));
        Assert.Equal(1, scrape.Samples.Where(sample => sample.Name == FailedSaves).Sum(sample => sample.Value));
        Assert.Equal(0, scrape.Value("healthcode_write_lock_waiting"));
    }

    [SqliteFact]
    public async Task A_save_on_a_full_disk_is_counted_by_its_kind()
    {
        await using var disk = FullDisk.Mount(megabytes: 48);
        await using var server = OfficeServer.Over(disk.Folder);
        server.Settings[MetricsReaders.Setting] = "true";
        await server.AddOfficeAsync(await server.FirstVillageAsync());
        disk.Fill();

        await Assert.ThrowsAnyAsync<Exception>(() => server.InDbAsync(SaveAsync));

        var scrape = await Scrape.OfAsync(server);
        Assert.Equal(1, scrape.Value(FailedSaves, ("fault", "disk_full")));
        Assert.Equal(0, scrape.Value(FailedSaves, ("fault", "other")));
    }

    [Fact]
    public async Task Jobs_are_counted_by_their_result_and_the_newest_backup_has_an_age()
    {
        await using var server = await MeasuredAsync();
        Assert.Null((await Scrape.OfAsync(server)).Value("healthcode_backup_age_seconds"));

        Assert.Null(await server.DoDueAsync("2020-03-05 22:00", "daily-group"));
        // Without a passphrase it is refused.
        Assert.False((await server.Services.GetRequiredService<JobRunner>().RunNowAsync(Schedule.Find("backup-closing")!, new("yiren", "测试")))!.Succeeded);
        await server.LockAsync();
        await server.BackUpAsync();
        server.Clock.SetTo(server.Now.AddHours(3));
        server.Services.GetRequiredService<IBackgroundJobClient>().Enqueue<PrintLayoutJob>(job => job.RunAsync(1, CancellationToken.None));
        await Eventually.TrueAsync(async () => (await Scrape.OfAsync(server)).Samples.Any(sample => sample.Name == "healthcode_job_runs_total" && sample.Labels["job"] == nameof(PrintLayoutJob)));

        var scrape = await Scrape.OfAsync(server);

        Assert.Equal(1, scrape.Value("healthcode_job_runs_total", ("job", "daily-group"), ("result", "done")));
        Assert.Equal(1, scrape.Value("healthcode_job_duration_seconds_count", ("job", "daily-group")));
        Assert.Equal(1, scrape.Value("healthcode_job_runs_total", ("job", "backup-closing"), ("result", "failed")));
        Assert.Equal(3 * 3600, scrape.Value("healthcode_backup_age_seconds")!.Value, 1.0);
    }

    private static async Task<OfficeServer> MeasuredAsync(string setting = "true")
    {
        var server = new OfficeServer { Settings = { [MetricsReaders.Setting] = setting } };
        await server.AddOfficeAsync(await server.FirstVillageAsync());
        return server;
    }

    private static async Task<OfficeBrowser> DeskAsync(OfficeServer server) => await server.SignedInUserAsync("yiren", (await server.FirstVillageAsync()).Value, Roles.Clerk, Roles.Reviewer);

    private static async Task SaveAsync(OfficeDb db)
    {
        db.Audit("试写", "metrics");
        await db.SaveChangesAsync();
    }
}
