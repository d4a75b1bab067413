using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Hosting.Https;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Hosting.Https;

/// <summary>加密连接: other PCs by https, this PC as it likes, and the certificate before there is one.</summary>
public sealed class HttpsTests
{
    private static readonly Dictionary<string, string> Both = new() { ["urls"] = "http://0.0.0.0:5000;https://0.0.0.0:5001" };

    [Theory]
    [InlineData("/", "https://192.168.1.8:5001/")]
    [InlineData("/Account/Login?returnUrl=%2FReview", "https://192.168.1.8:5001/Account/Login?returnUrl=%2FReview")]
    [InlineData("/Declarations/Create", "https://192.168.1.8:5001/Declarations/Create")]
    public async Task Another_PC_is_led_to_https(string address, string leadsTo)
    {
        await using var server = await WithHttpsAsync();

        var answer = await AskAsync(server, "192.168.1.20", address);

        Assert.Equal(StatusCodes.Status308PermanentRedirect, answer.Response.StatusCode);
        Assert.Equal(leadsTo, answer.Response.Headers.Location.ToString());
        // A browser that remembered it for ever would miss the office's going back to http.
        Assert.Equal("no-store", answer.Response.Headers.CacheControl.ToString());
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("192.168.1.8.evil.example")]
    [InlineData("")]
    public async Task The_way_to_https_never_leads_where_a_forged_Host_says(string host)
    {
        await using var server = await WithHttpsAsync();

        var answer = await AskAsync(server, "192.168.1.20", "/Review", host);

        Assert.Equal("https://192.168.1.8:5001/Review", answer.Response.Headers.Location.ToString());
    }

    [Fact]
    public async Task No_answer_repeats_a_forged_Host()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var guard = await server.SignedInGuardAsync("kakou");
        guard.Http.DefaultRequestHeaders.Host = "evil.example:81";

        foreach (var page in new[] { "/", "/Administration/Users", "/Account/Login", "/Account/Certificate", "/Account/Logout", "/nowhere", "/Status/404", "/Error", "/Verification/Check" })
        {
            using var answer = await guard.Http.GetAsync(page);
            Assert.DoesNotContain("evil", answer.Headers + await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/Account/Certificate")]
    [InlineData("/Account/Certificate?handler=File")]
    [InlineData("/css/site.css")]
    public async Task Another_PC_gets_the_certificate_and_its_page_without_one(string address)
    {
        await using var server = await WithHttpsAsync();

        Assert.Equal(StatusCodes.Status200OK, (await AskAsync(server, "192.168.1.20", address)).Response.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task What_never_leaves_the_PC_needs_no_certificate(string from)
    {
        await using var server = await WithHttpsAsync();

        Assert.Equal(StatusCodes.Status200OK, (await AskAsync(server, from, "/Account/Login")).Response.StatusCode);
    }

    [Fact]
    public async Task Where_only_http_is_given_nobody_is_led_anywhere()
    {
        await using var server = await WithHttpsAsync("http://0.0.0.0:5000");

        Assert.Equal(StatusCodes.Status200OK, (await AskAsync(server, "192.168.1.20", "/Account/Login")).Response.StatusCode);
    }

    [Fact]
    public async Task The_certificate_can_be_had_before_set_up()
    {
        await using var server = new OfficeServer { Settings = Both };

        var page = await server.Browser().OpenAsync("/Account/Certificate");

        Assert.Equal("给别的电脑、手机安装证书", page.Title);
    }

    [Fact]
    public async Task The_page_shows_the_fingerprint_of_the_file_it_gives()
    {
        await using var server = await WithHttpsAsync();
        var browser = server.Browser();

        using var given = X509CertificateLoader.LoadCertificate(await browser.Http.GetByteArrayAsync("/Account/Certificate?handler=File"));
        await browser.OpenAsync("/Account/Certificate");

        Assert.False(given.HasPrivateKey);
        Assert.Equal(server.Services.GetRequiredService<OfficeCertificates>().Authority.Thumbprint, given.Thumbprint);
        Assert.Contains(given.Thumbprint.ToLowerInvariant(), browser.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("受信任的根证书颁发机构", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void By_default_there_is_one_port_without_and_one_with_a_certificate()
    {
        var settings = new ConfigurationManager();

        var addresses = OfficeAddresses.Of(settings);

        Assert.Equal(("http://0.0.0.0:5000;https://0.0.0.0:5001", (int?)5001), (settings["urls"], addresses.HttpsPort));
        Assert.Equal("http://localhost:5000", addresses.Here);
        Assert.Equal(["https://192.168.1.8:5001", "https://cunwei-pc:5001"], addresses.Elsewhere(["192.168.1.8", "cunwei-pc"]));
        Assert.Equal(["http://192.168.1.8:5000"], addresses.WithoutCertificate(["192.168.1.8"]));
    }

    [Fact]
    public async Task The_window_says_the_set_up_code_while_it_is_needed_and_another_PC_can_open_the_page()
    {
        await using var server = new OfficeServer { Settings = Both };
        var certificates = server.Services.GetRequiredService<OfficeCertificates>();
        var (code, names) = (server.Services.GetRequiredService<SetupCode>().Text, new CertificateNames("cunwei-pc", []));

        Assert.Matches("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", code);
        Assert.Single(StartupBanner.Lines(OfficeAddresses.Of(new ConfigurationManager()), names, certificates, code), line => line.Contains(code, StringComparison.Ordinal));
        Assert.DoesNotContain(StartupBanner.Lines(OfficeAddresses.Of(new ConfigurationManager()), names, certificates), line => line.Contains("首次设置码", StringComparison.Ordinal));
        var here = OfficeAddresses.Of(new ConfigurationManager { ["urls"] = "http://127.0.0.1:5000" });
        Assert.DoesNotContain(StartupBanner.Lines(here, names, certificates, code), line => line.Contains(code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5000", null, "http://localhost:5000", "http://192.168.1.8:5000")]
    [InlineData("http://127.0.0.1:5000", null, "http://localhost:5000", "")]
    [InlineData("https://*:443", 443, "https://localhost:443", "https://192.168.1.8:443")]
    [InlineData("http://10.0.0.5:80", null, null, "http://10.0.0.5:80")]
    public void Given_addresses_stay_as_they_are_given(string urls, int? httpsPort, string? here, string elsewhere)
    {
        var settings = new ConfigurationManager { ["urls"] = urls };

        var addresses = OfficeAddresses.Of(settings);

        Assert.Equal((urls, httpsPort, here, elsewhere), (settings["urls"], addresses.HttpsPort, addresses.Here, string.Join(' ', addresses.Elsewhere(["192.168.1.8"]))));
    }

    [Fact]
    public void An_address_that_cannot_be_read_is_named()
    {
        var reason = Assert.Throws<CannotStartException>(() => OfficeAddresses.Of(new ConfigurationManager { ["urls"] = "5000" }));

        Assert.Contains("地址“5000”看不懂", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_program_answers_https_with_its_own_certificate_at_both_ports()
    {
        var folder = Directory.CreateTempSubdirectory("healthcode-test-");
        try
        {
            var https = RealProgram.FreePort();
            using var program = await RealProgram.StartAsync(folder.FullName, $"https://127.0.0.1:{https}");
            using var authority = X509CertificateLoader.LoadCertificate(await program.Http.GetByteArrayAsync("/Account/Certificate?handler=File"));
            using var trusting = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, SslOptions = Trusting(authority) });
            using var strange = new HttpClient();

            foreach (var port in (int[])[https, program.Http.BaseAddress!.Port])
            {
                using var page = await trusting.GetAsync($"https://localhost:{port}/Setup");
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
                Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
                // localhost is every program's name on the PC: no promise is made for it.
                Assert.False(page.Headers.Contains("Strict-Transport-Security"));
                await Assert.ThrowsAsync<HttpRequestException>(() => strange.GetAsync($"https://localhost:{port}/healthz"));
            }

            using var named = new HttpRequestMessage(HttpMethod.Get, $"https://localhost:{https}/healthz") { Headers = { Host = $"{CertificateNames.OfThisPc().Machine}:{https}" } };
            using var promised = await trusting.SendAsync(named);
            Assert.Equal("max-age=31536000", Assert.Single(promised.Headers.GetValues("Strict-Transport-Security")));

            using var plain = await program.Http.GetAsync("/Setup");
            Assert.All(plain.Headers.GetValues("Set-Cookie"), cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static async Task<OfficeServer> WithHttpsAsync(string? urls = null)
    {
        var server = new OfficeServer { Settings = urls is null ? Both : new() { ["urls"] = urls } };
        await server.AddOfficeAsync(await server.FirstVillageAsync());
        return server;
    }

    private static Task<HttpContext> AskAsync(OfficeServer server, string from, string address, string host = "192.168.1.8") => server.Server.SendAsync(context =>
    {
        var parts = address.Split('?');
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = Uri.UriSchemeHttp;
        (context.Connection.LocalIpAddress, context.Connection.LocalPort) = (IPAddress.Parse("192.168.1.8"), 5000);
        context.Request.Host = host.Length == 0 ? default : new(host, 5000);
        context.Request.Path = parts[0];
        context.Request.QueryString = parts.Length > 1 ? new("?" + parts[1]) : default;
    });

    /// <summary>A browser where this authority, and none other, has been installed.</summary>
    private static SslClientAuthenticationOptions Trusting(X509Certificate2 authority) => new()
    {
        CertificateChainPolicy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { authority }, RevocationMode = X509RevocationMode.NoCheck,
        },
    };
}
