using System.Text;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Browser;

/// <summary>用摄像头扫 — a guard with a camera and no scanner, in a Chromium whose camera shows a film.</summary>
public sealed class CameraDeskTests : IAsyncLifetime
{
    private const string Desk = "/Verification/Check";

    private readonly string _film = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".y4m");
    private OfficeServer _server = null!;
    private string _code = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(onPort: true);
        var card = Assert.Single(await _server.CardsInHandAsync());
        _code = await _server.CodeAsync(card.Id);
        await _server.SignedInGuardAsync("shouwei");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        File.Delete(_film);
    }

    [Fact]
    public async Task A_card_before_the_camera_brings_its_band_without_a_key_and_not_again_while_it_is_still_there()
    {
        Film(new CameraPicture { Module = 5 }.Yuv(_code));
        await using var gate = await AtTheGateAsync();
        await gate.LeadAsync(() => gate.Page.ClickAsync("#camera"));

        await gate.Page.WaitForSelectorAsync("#verdict");
        Assert.Equal("有效", (await gate.Page.InnerTextAsync(".verdict-word")).Trim());
        await gate.PictureAsync("15b-查验-摄像头");
        await gate.PressAsync("1");
        await gate.GoAsync("Alt+F");

        // The camera is on again for the next person, and the card of the last one still lies before it.
        await gate.Page.WaitForFunctionAsync("() => document.getElementById('scan-state').textContent.includes('这张卡刚查过')");
        Assert.Equal(0, await gate.Page.Locator(".verdict").CountAsync());
        await gate.PictureAsync("15c-查验-摄像头开着");
        await gate.Page.ClickAsync("#camera");
        Assert.False(await gate.Page.IsVisibleAsync("#camera-view"));
        Assert.Equal(1, await _server.InDbAsync(db => db.GateTallies.SumAsync(tally => tally.People)));
        Assert.Empty(gate.ScriptErrors);
    }

    [Fact]
    public async Task Where_the_browser_reads_codes_itself_no_frame_leaves_it()
    {
        Film(new CameraPicture().Yuv(null));
        await using var gate = await AtTheGateAsync(
            "window.BarcodeDetector = function () { this.detect = function () { return Promise.resolve([{ rawValue: '" + _code + "' }]); }; };"
            + "window.BarcodeDetector.getSupportedFormats = function () { return Promise.resolve(['qr_code']); };");
        List<string> asked = [];
        gate.Page.Request += (_, request) => asked.Add(request.Url);

        await gate.LeadAsync(() => gate.Page.ClickAsync("#camera"));

        Assert.Equal("有效", (await gate.Page.InnerTextAsync(".verdict-word")).Trim());
        Assert.DoesNotContain(asked, url => url.Contains("handler=Frame", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_browsers_own_reader_is_an_empty_shell_the_server_reads()
    {
        Film(new CameraPicture { Module = 5 }.Yuv(_code));
        await using var gate = await AtTheGateAsync(
            "window.BarcodeDetector = function () { this.detect = function () { return Promise.reject(new Error('service unavailable')); }; };"
            + "window.BarcodeDetector.getSupportedFormats = function () { return Promise.resolve(['qr_code']); };");

        await gate.LeadAsync(() => gate.Page.ClickAsync("#camera"));

        Assert.Equal("有效", (await gate.Page.InnerTextAsync(".verdict-word")).Trim());
    }

    [Fact]
    public async Task A_PC_without_a_camera_says_so_and_the_scanner_goes_on_working()
    {
        await using var gate = await RealBrowser.BeforeAsync(_server);
        await SignInAsync(gate);
        await gate.Page.ClickAsync("#camera");

        await gate.Page.WaitForSelectorAsync("#scan-state.error");
        Assert.Contains("用扫码枪，或输入卡号", await gate.Page.InnerTextAsync("#scan-state"), StringComparison.Ordinal);
        Assert.False(await gate.Page.IsVisibleAsync("#camera-view"));
        await gate.Page.FillAsync("[name='Input.Code']", _code);
        await gate.GoAsync("Enter");
        Assert.Equal("有效", (await gate.Page.InnerTextAsync(".verdict-word")).Trim());
    }

    [Fact]
    public async Task At_an_http_address_it_says_what_to_do_in_place_of_a_button()
    {
        await using var gate = await RealBrowser.BeforeAsync(_server);
        // As in the office's network: the browser hides its cameras from pages without HTTPS.
        await gate.Page.AddInitScriptAsync("Object.defineProperty(navigator, 'mediaDevices', { value: undefined }); Object.defineProperty(window, 'isSecureContext', { value: false });");
        await SignInAsync(gate);

        Assert.False(await gate.Page.IsVisibleAsync("#camera"));
        Assert.True(await gate.Page.IsVisibleAsync("#camera-needs"));
        await gate.LeadAsync(() => gate.Page.ClickAsync("#camera-needs a"));
        Assert.Contains("iPhone", await gate.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(await gate.SeriousAsync());
        Assert.Empty(gate.ScriptErrors);
    }

    private async Task<RealBrowser> AtTheGateAsync(string script = "")
    {
        var gate = await RealBrowser.WithCameraAsync(_server, _film);
        if (script.Length > 0)
        {
            await gate.Page.AddInitScriptAsync(script);
        }

        await SignInAsync(gate);
        return gate;
    }

    private static async Task SignInAsync(RealBrowser gate)
    {
        await gate.OpenAsync("/Account/Login");
        await gate.TypeAsync("shouwei");
        await gate.PressAsync("Tab");
        await gate.TypeAsync(OfficeServer.Pin);
        await gate.GoAsync("Enter");
        Assert.EndsWith(Desk, new Uri(gate.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>A film of one picture.</summary>
    private void Film(byte[] yuv)
    {
        using var film = File.Create(_film);
        film.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{CameraPicture.Width} H{CameraPicture.Height} F10:1 Ip A1:1 C420jpeg\n"));
        for (var frame = 0; frame < 2; frame++)
        {
            film.Write("FRAME\n"u8);
            film.Write(yuv);
        }
    }
}
