using System.Net;
using System.Security.Claims;
using HealthCode.Tests.Support;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HealthCode.Tests.Hosting;

/// <summary>提交上限: strangers hand in little, nobody loses what he typed, and few large ones are held at once.</summary>
public sealed class BodyLimitsTests : IAsyncLifetime
{
    private const string Gate = "/Verification/Checkpoints/Edit";

    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _clerk = await _server.SignedInUserAsync("luru", (await _server.FirstVillageAsync()).Value, Roles.Clerk);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/Account/Login")]
    [InlineData("/Declarations/Create")]
    [InlineData("/Imports?handler=Upload")]
    [InlineData("/Setup?handler=Import")]
    [InlineData("/nowhere")]
    public async Task Who_is_not_signed_in_hands_in_64_kB_and_not_a_byte_more(string page)
    {
        foreach (var type in new[] { "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain" })
        {
            Assert.NotEqual(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(_server.Browser(), page, BodyLimits.SignedOut, type)).Status);

            var refused = await SendAsync(_server.Browser(), page, BodyLimits.SignedOut + 1, type);

            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "内容太多"), (refused.Status, refused.Title));
            Assert.Contains("最多收 64 KB", refused.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cookie_that_somebody_wrote_himself_lets_nothing_more_in()
    {
        var stranger = _server.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        stranger.DefaultRequestHeaders.Add("Cookie", $"{SecuritySetUp.CookieName}=CfDJ8forged");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(new(stranger), Gate, BodyLimits.SignedOut + 1)).Status);
    }

    [Fact]
    public async Task A_long_form_whose_sign_in_ran_out_while_it_was_typed_is_not_lost()
    {
        await _clerk.OpenAsync(Gate);
        var fields = _clerk.MainFields().Where(field => field.Key != "Input.Address").Append(new("Input.Address", new string('a', 300_000))).ToList();
        _server.Clock.Advance(TimeSpan.FromMinutes(16));

        await _clerk.PostAsync(Gate, fields);
        await _clerk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));

        Assert.Equal("/Account/Resume", _clerk.Address);
        Assert.Contains(new string('a', 300_000), _clerk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_long_and_no_longer_and_no_file()
    {
        _server.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(_clerk, Gate, BodyLimits.LateForm + 1)).Status);
        Assert.Contains("最多收 512 KB", _clerk.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(_clerk, Gate, BodyLimits.SignedOut + 1, "multipart/form-data; boundary=x")).Status);
    }

    [Fact]
    public async Task What_does_not_say_its_length_is_cut_off_where_it_becomes_too_long()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/Account/Login") { Content = new ByteArrayContent([.. Enumerable.Repeat((byte)'a', 4 * BodyLimits.SignedOut)]) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = true;

        using var answer = await server.Browser().Http.SendAsync(request);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge });
    }

    [Theory]
    [InlineData(true, 2 * 1024 * 1024, 3)]
    [InlineData(true, 1024 * 1024, 6)]
    [InlineData(false, 512 * 1024, 3)]
    [InlineData(false, 64 * 1024, 6)]
    public async Task Few_large_ones_are_held_at_once_and_the_rest_wait_their_turn(bool signedIn, int length, int atOnce)
    {
        var (entered, done) = (0, new TaskCompletionSource());
        var app = new ApplicationBuilder(_server.Services);
        app.UseBodyLimits(_ => ValueTask.FromResult<int?>(BodyLimits.LateForm));
        app.Run(_ =>
        {
            entered++;
            return done.Task;
        });
        var handle = app.Build();

        var requests = Enumerable.Range(0, 6).Select(_ =>
        {
            var context = new DefaultHttpContext { RequestServices = _server.Services };
            context.User = new(new ClaimsIdentity(signedIn ? "test" : null));
            context.Request.ContentLength = length;
            return handle(context);
        }).ToList();

        Assert.Equal(atOnce, entered);
        done.SetResult();
        await Task.WhenAll(requests);
        Assert.Equal(6, entered);
    }

    private static async Task<OfficeBrowser> SendAsync(OfficeBrowser browser, string page, int length, string type = "application/x-www-form-urlencoded")
    {
        using var content = new ByteArrayContent([.. Enumerable.Repeat((byte)'a', length)]);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        return await browser.PostAsync(page, content);
    }
}
