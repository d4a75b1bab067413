using System.Net;
using System.Text.RegularExpressions;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Hosting;

/// <summary>What every answer tells the browser, and what every page takes in.</summary>
public sealed partial class SecurityHeadersTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Only_scripts_with_the_mark_of_this_very_answer_run()
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        HashSet<string> marks = [];
        for (var i = 0; i < 2; i++)
        {
            using var answer = await clerk.Http.GetAsync("/Declarations/Create");
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            var mark = Mark().Match(policy).Groups[1].Value;
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

            Assert.True(mark.Length >= 22 && marks.Add(mark), policy);
            Assert.NotEmpty(page.Scripts);
            Assert.All(page.Scripts, script => Assert.Equal(mark, script.GetAttribute("nonce")));
            foreach (var rule in (string[])["style-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'"])
            {
                Assert.Contains(rule, policy, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_is_not_kept_not_guessed_at_not_framed_and_gets_nothing_of_the_PC_but_its_camera()
    {
        using var answer = await _server.Browser().Http.GetAsync("/Account/Login");

        string Header(string name) => string.Join(",", answer.Headers.TryGetValues(name, out var values) ? values : []);
        Assert.Equal("no-store", Header("Cache-Control"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.StartsWith("camera=(self), microphone=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("", Header("Server"));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void No_page_has_a_script_or_a_style_of_its_own()
    {
        var pages = Directory.GetFiles(SourceTree.Folder("HealthCode.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories);

        Assert.True(pages.Length > 50);
        Assert.Empty(pages.Where(page => Inline().IsMatch(File.ReadAllText(page))).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<p style=\"color: red\">")]
    [InlineData("<style>p { }</style>")]
    [InlineData("<script>go()</script>")]
    [InlineData("<a href=\"javascript:go()\">")]
    public void Twin_a_script_or_a_style_of_its_own_would_be_found(string page) => Assert.Matches(Inline(), page);

    [Fact]
    public async Task No_page_takes_a_form_that_was_not_sent_from_itself()
    {
        var pages = _server.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(page => page.AttributeRouteInfo!.Template!)
            // These two show what went wrong with another page's form; they have no verb.
            .Where(template => !template.StartsWith("Status", StringComparison.Ordinal) && template != "Error")
            .Select(template => "/" + RouteValue().Replace(template, value => value.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1")).ToList();
        Assert.Contains("/Review/Decide/1", pages);
        var township = _office[..9];
        List<OfficeBrowser> everybody =
        [
            _server.Browser(), await _server.SignedInGuardAsync("zhishou"),
            // Whole ledgers are opened by nobody who may do only that.
            await _server.SignedInUserAsync("daochu", _office, Roles.Clerk, Roles.LedgerExporter), await _server.SignedInUserAsync("xiangzhen", township, Roles.TownshipOfficial, Roles.LedgerExporter),
        ];
        foreach (var (role, i) in Roles.All.Select((role, i) => (role.Name, i)).Where(each => each.Name != Roles.Guard))
        {
            everybody.Add(await _server.SignedInUserAsync("user" + i, role == Roles.TownshipOfficial ? township : _office, role));
        }

        List<string> taken = [];
        foreach (var page in pages)
        {
            List<HttpStatusCode> answers = [];
            foreach (var browser in everybody)
            {
                using var nothing = new FormUrlEncodedContent([new("Input.Name", "x")]);
                using var answer = await browser.Http.PostAsync(page, nothing);
                var refused = answer.Headers.Location?.OriginalString is { } led && (led.Contains("/Account/Login", StringComparison.Ordinal) || led.Contains("/Account/Denied", StringComparison.Ordinal));
                answers.Add(refused ? HttpStatusCode.Forbidden : answer.StatusCode);
            }

            // Whoever may open the page at all is refused for the missing mark, everybody else for who he is.
            if (!answers.Contains(HttpStatusCode.BadRequest) || answers.Any(answer => answer is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden)))
            {
                taken.Add($"{page}: {string.Join(' ', answers.Select(answer => (int)answer))}");
            }
        }

        Assert.Empty(taken);
    }

    [Theory]
    [InlineData("/Account/Login", 1)]
    [InlineData("/Declarations/Create", 48)]
    public async Task More_than_a_page_takes_in_is_answered_with_a_sentence_that_says_how_much(string page, int megabytes)
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        using var much = new ByteArrayContent(new byte[(megabytes * 1024 * 1024) + 1]);

        await clerk.PostAsync(page, much);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, clerk.Status);
        Assert.Equal("内容太多", clerk.Title);
        Assert.Contains($"这一页一次最多收 {megabytes} MB", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_much_as_a_page_takes_in_reaches_it()
    {
        using var much = new ByteArrayContent(new byte[1024 * 1024]);
        var browser = await (await _server.SignedInUserAsync("luru", _office, Roles.Clerk)).PostAsync("/Account/Login", much);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Fact]
    public async Task The_log_has_no_complaint_about_pages_that_are_not_kept()
    {
        var browser = await _server.Browser().OpenAsync("/Account/Login");
        await browser.PostAsync("/Account/Login", [new("__RequestVerificationToken", "forged")]);
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await (await _server.SignedInUserAsync("luru", _office, Roles.Clerk)).OpenAsync("/no-such-page");

        Assert.DoesNotContain("overridden", FilesInUse.Text(_server.Folder, "logs"), StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("'nonce-([A-Za-z0-9+/=]+)'")]
    private static partial Regex Mark();

    [GeneratedRegex(@"<style|\sstyle\s*=|\son[a-z]+\s*=\s*[""']|javascript:|<script(?![^>]*\ssrc=)")]
    private static partial Regex Inline();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex RouteValue();
}
