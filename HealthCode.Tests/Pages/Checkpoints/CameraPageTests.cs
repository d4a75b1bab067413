using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Checkpoints;

/// <summary>用摄像头扫: the page sends frames, the server answers with the code in them and keeps nothing.</summary>
public sealed class CameraPageTests : IAsyncLifetime
{
    private const string Desk = "/Verification/Check";
    private const string Frames = Desk + "?handler=Frame";

    private OfficeServer _server = null!;
    private OfficeBrowser _guard = null!;
    private string _code = "";

    public async Task InitializeAsync()
    {
        _server = await PatientAsync();
        _code = await _server.CodeAsync(Assert.Single(await _server.CardsInHandAsync()).Id);
        _guard = await _server.SignedInGuardAsync("kakou");
        await _guard.OpenAsync(Desk);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_code_in_a_frame_comes_back_and_is_checked_like_a_scanned_one()
    {
        var (status, code, fault) = await SendAsync(new CameraPicture().Jpeg(_code));

        Assert.Equal((HttpStatusCode.OK, _code, null), (status, code, fault));
        Assert.Equal("有效", (await _guard.ScanAsync(code)).Verdict());
    }

    [Fact]
    public async Task A_frame_without_a_code_is_answered_with_none() =>
        Assert.Equal((HttpStatusCode.OK, null, null), await SendAsync(new CameraPicture().Jpeg(null)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_frame_above_200_kB_is_refused_with_a_sentence_whether_it_says_its_length_or_not(bool saysLength)
    {
        var large = new byte[200_001];
        new CameraPicture().Jpeg(_code).CopyTo(large, 0);

        using HttpContent content = saysLength ? new ByteArrayContent(large) : new StreamContent(new Endless(large));
        var (status, code, fault) = await SendAsync(content);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, null), (status, code));
        Assert.Contains("超过 200 KB", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_JPEG_is_refused_with_a_sentence()
    {
        var (status, code, fault) = await SendAsync([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, null), (status, code));
        Assert.Contains("不是 JPEG", fault, StringComparison.Ordinal);

        using var text = new StringContent("Input.Code=1");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await SendAsync(text, "text/plain")).Status);
    }

    [Fact]
    public async Task A_frame_needs_the_pages_own_token_a_signed_in_user_and_a_role_that_checks_cards()
    {
        var jpeg = new CameraPicture().Jpeg(_code);
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());

        using (var bare = new ByteArrayContent(jpeg))
        {
            bare.Headers.ContentType = new("image/jpeg");
            using var answer = await _guard.Http.PostAsync(Frames, bare);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        // The token of this page and the cookie of that person do not belong together, so the role decides before the token does.
        var keeper = await _server.SignedInUserAsync("baoguan", office, Roles.SealKeeper);
        using (var content = Picture(jpeg))
        {
            using var refused = await keeper.Http.PostAsync(Frames, content);
            Assert.DoesNotContain(_code, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.NotEqual("application/json", refused.Content.Headers.ContentType?.MediaType);
        }

        using (var content = Picture(jpeg))
        {
            using var refused = await _server.Browser().Http.PostAsync(Frames, content);
            Assert.DoesNotContain(_code, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.NotEqual("application/json", refused.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Nothing_of_a_frame_is_stored_or_logged()
    {
        var (records, files) = (await _server.InDbAsync(db => db.AuditRecords.CountAsync()), Files());
        var temporary = Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*").Length;

        await SendAsync(new CameraPicture().Jpeg(_code));
        await SendAsync(new CameraPicture().Jpeg(null));
        await SendAsync([0xFF, 0xD8, 0xFF, 1]);

        Assert.Equal(records, await _server.InDbAsync(db => db.AuditRecords.CountAsync()));
        Assert.Equal(files, Files());
        Assert.Equal(temporary, Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*").Length);
        Assert.All(Directory.GetFiles(Path.Combine(_server.Folder, "logs")), log =>
        {
            using var read = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            Assert.DoesNotContain(_code[..25], read.ReadToEnd(), StringComparison.Ordinal);
        });

        List<string> Files() => [.. Directory.GetFiles(_server.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_camera_alone_keeps_nobody_signed_in()
    {
        _server.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(new CameraPicture().Jpeg(null))).Status);
        _server.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("登录", (await _guard.OpenAsync("/")).Title);
    }

    [Fact]
    public async Task More_than_four_frames_a_second_wait_and_the_guards_checks_do_not()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var guard = await server.SignedInGuardAsync("kakou");
        await guard.OpenAsync(Desk);
        var token = TokenOf(guard);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var content = Picture([1], token);
            using var answer = await guard.Http.PostAsync(Frames, content);
            return answer.StatusCode;
        }));

        Assert.Contains(HttpStatusCode.UnsupportedMediaType, answers);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal("没读全，请再扫一次", (await guard.ScanAsync("1")).Verdict());
    }

    private async Task<(HttpStatusCode Status, string? Code, string? Fault)> SendAsync(byte[] jpeg)
    {
        using var content = new ByteArrayContent(jpeg);
        return await SendAsync(content);
    }

    private async Task<(HttpStatusCode Status, string? Code, string? Fault)> SendAsync(HttpContent content, string type = "image/jpeg")
    {
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        content.Headers.Add("RequestVerificationToken", Token);
        using var answer = await _guard.Http.PostAsync(Frames, content);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, json.RootElement.GetProperty("code").GetString(), json.RootElement.GetProperty("fault").GetString());
    }

    private string Token => TokenOf(_guard);

    private static string TokenOf(OfficeBrowser browser) => browser.MainFields().Single(posted => posted.Key == "__RequestVerificationToken").Value;

    private static async Task<OfficeServer> PatientAsync()
    {
        var server = new OfficeServer { Settings = new() { [RateLimits.FramesPerSecond] = "1000" } };
        await server.AddOfficeAsync(await server.FirstVillageAsync());
        return server;
    }

    private ByteArrayContent Picture(byte[] jpeg, string? token = null)
    {
        var content = new ByteArrayContent(jpeg);
        content.Headers.ContentType = new("image/jpeg");
        content.Headers.Add("RequestVerificationToken", token ?? Token);
        return content;
    }

    /// <summary>A stream that does not know its length, so that the request has none.</summary>
    private sealed class Endless(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
