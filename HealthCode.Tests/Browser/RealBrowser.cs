using System.Text.Json;
using Deque.AxeCore.Commons;
using HealthCode.Tests.Support;
using Microsoft.Playwright;

namespace HealthCode.Tests.Browser;

/// <summary>
/// Debian's Chromium before a real server, driven by keys alone. All tests share one Chromium; each has a context
/// (cookies, cache, network) of its own.
/// </summary>
public sealed class RealBrowser : IAsyncDisposable
{
    private const int MostTabs = 120;

    // Every key that goes down, and the characters that an input method would have to give.
    private const string KeyCounter = """
        addEventListener('keydown', e => { sessionStorage.keys = Number(sessionStorage.keys || 0) + 1; }, true);
        addEventListener('input', e => { if (e.data && /[^ -~]/.test(e.data)) { sessionStorage.characters = Number(sessionStorage.characters || 0) + e.data.length; } }, true);
        """;

    // Starting Chromium costs seconds, a context milliseconds. It ends with the test process, whose end closes Playwright's pipe.
    private static readonly SemaphoreSlim Starting = new(1);
    private static readonly Lazy<string> AxeScript = new(() => new BundledAxeScriptProvider().GetScript());
    private static IBrowser? _chromium;

    private IBrowser? _own;

    private RealBrowser(IPage page, string address) => (Page, Address) = (page, address);

    public IPage Page { get; }

    public string Address { get; }

    /// <summary>What the page's own scripts complained of.</summary>
    public List<string> ScriptErrors { get; } = [];

    /// <summary>Where pictures are left to be looked at.</summary>
    private static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Repository(), "artifacts", "screens")).FullName;

    public static Task<RealBrowser> BeforeAsync(OfficeServer server, int width = 1366, int height = 768, bool scripts = true) =>
        StartAsync(server.ClientOptions.BaseAddress.ToString().TrimEnd('/'), new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN", JavaScriptEnabled = scripts });

    /// <summary>Before a program in a process of its own.</summary>
    public static Task<RealBrowser> BeforeAsync(RealProgram program) =>
        StartAsync(program.Http.BaseAddress!.ToString().TrimEnd('/'), new() { ViewportSize = new() { Width = 1366, Height = 768 }, Locale = "zh-CN" });

    /// <summary>A PC with a camera, which shows this film (YUV4MPEG2) again and again: a Chromium of its own.</summary>
    public static async Task<RealBrowser> WithCameraAsync(OfficeServer server, string film)
    {
        var chromium = await LaunchAsync("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--use-file-for-fake-video-capture=" + film);
        var options = new BrowserNewContextOptions { ViewportSize = new() { Width = 1366, Height = 768 }, Locale = "zh-CN" };
        var real = await InAsync(chromium, server.ClientOptions.BaseAddress.ToString().TrimEnd('/'), options);
        real._own = chromium;
        return real;
    }

    /// <summary>A PC of the village that is connected to nothing, for files.</summary>
    public static Task<RealBrowser> WithoutNetworkAsync() =>
        StartAsync("", new() { ViewportSize = new() { Width = 1366, Height = 768 }, Locale = "zh-CN", TimezoneId = "Asia/Shanghai", Offline = true });

    /// <summary>Opens a page and waits until it can be typed into.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(Address + path);
        await StandsAsync();
    }

    public async Task SignInAsync(string userName, string password = OfficeServer.Password)
    {
        await OpenAsync("/Account/Login");
        await TypeAsync(userName);
        await PressAsync("Tab");
        await TypeAsync(password);
        await GoAsync("Enter");
    }

    /// <summary>Counts keys from the next page on, over the pages of this tab.</summary>
    public Task CountKeysAsync() => Page.AddInitScriptAsync(KeyCounter);

    /// <summary>What was pressed, Alt and Shift included, and how many Chinese characters were entered, which are no keys here.</summary>
    public async Task<(int Keys, int Characters)> KeysAsync()
    {
        var counted = await AskAsync(() => Page.EvaluateAsync<int[]>("() => [Number(sessionStorage.keys || 0), Number(sessionStorage.characters || 0)]"));
        return (counted[0], counted[1]);
    }

    public Task TypeAsync(string text) => Page.Keyboard.TypeAsync(text);

    /// <summary>Presses keys one after the other, e.g. Enter, 1, Alt+N.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Types into the focused box and moves on as on a typewriter.</summary>
    public async Task LineAsync(string text)
    {
        await TypeAsync(text);
        await PressAsync("Enter");
    }

    /// <summary>Presses the keys and waits for the page they lead to.</summary>
    public Task GoAsync(params string[] keys) => LeadAsync(() => PressAsync(keys));

    /// <summary>Does something and waits until another page stands there, its scripts run.</summary>
    public async Task LeadAsync(Func<Task> action)
    {
        await Page.EvaluateAsync("() => { window.left = true; }");
        await action();
        await StandsAsync();
    }

    /// <summary>Tab by Tab to the element that says so; fails when the keyboard cannot reach it.</summary>
    public async Task TabToAsync(string selector, string text = "")
    {
        for (var i = 0; i < MostTabs; i++)
        {
            if (await AskAsync(() => Page.EvaluateAsync<bool>("([s, t]) => document.activeElement.matches(s) && document.activeElement.textContent.includes(t)", new[] { selector, text })))
            {
                return;
            }

            await PressAsync("Tab");
        }

        Assert.Fail($"no Tab leads to {selector} {text} on {Page.Url}: {await Page.InnerTextAsync("main")}");
    }

    /// <summary>The name of the focused box.</summary>
    public Task<string> FocusAsync() => AskAsync(() => Page.EvaluateAsync<string>("() => document.activeElement.name || document.activeElement.id || document.activeElement.tagName"));

    public async Task PictureAsync(string name) =>
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });

    /// <summary>A window of this size, in large type or not: the next page is shown so.</summary>
    public async Task ShowAsync((int Width, int Height) window, bool large)
    {
        await Page.SetViewportSizeAsync(window.Width, window.Height);
        await Page.Context.AddCookiesAsync([new() { Name = "HealthCode.LargeType", Value = large ? "1" : "0", Url = Address }]);
    }

    /// <summary>What axe finds serious or critical, as lines.</summary>
    public async Task<IReadOnlyList<string>> SeriousAsync()
    {
        // Not RunAxe of the Playwright package: it opens a further page each time and carries every passed check across,
        // which took most of the time. Nor does axe read the style sheets again: no rule that is on needs them.
        var violations = await Page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'], preload: false })).violations");
        return [.. violations.EnumerateArray().Where(IsSerious).Select(violation => $"{new Uri(Page.Url).PathAndQuery}: {Line(violation)}")];
    }

    /// <summary>A line when the page is wider than its window; 200 % zoom is a window of half the width.</summary>
    public async Task<IReadOnlyList<string>> SidewaysAsync() =>
        await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth + 1")
            ? [$"{new Uri(Page.Url).PathAndQuery} scrolls sideways at {Page.ViewportSize!.Width} px"]
            : [];

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        if (_own is not null)
        {
            await _own.CloseAsync();
        }
    }

    private static bool IsSerious(JsonElement violation) => violation.GetProperty("impact").GetString() is "serious" or "critical";

    private static string Line(JsonElement violation)
    {
        var nodes = violation.GetProperty("nodes").EnumerateArray().Take(3).Select(node => node.GetProperty("html"));
        return $"{violation.GetProperty("id")} {violation.GetProperty("help")}: {string.Join(" | ", nodes)}";
    }

    private static async Task<RealBrowser> StartAsync(string address, BrowserNewContextOptions options) => await InAsync(await ChromiumAsync(), address, options);

    private static async Task<RealBrowser> InAsync(IBrowser chromium, string address, BrowserNewContextOptions options)
    {
        var context = await chromium.NewContextAsync(options);
        // Handed over once, not page by page: 650 kB took longer than the checks.
        await context.AddInitScriptAsync(AxeScript.Value);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        var real = new RealBrowser(page, address);
        page.PageError += (_, error) => real.ScriptErrors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                real.ScriptErrors.Add($"{message.Text} ({message.Location})");
            }
        };
        return real;
    }

    private static async Task<IBrowser> ChromiumAsync()
    {
        await Starting.WaitAsync();
        try
        {
            // One that crashed fails the test it served, not all that follow.
            return _chromium = _chromium is { IsConnected: true } running ? running : await LaunchAsync();
        }
        finally
        {
            Starting.Release();
        }
    }

    private static async Task<IBrowser> LaunchAsync(params string[] more) => await (await Playwright.CreateAsync()).Chromium.LaunchAsync(new()
    {
        // The same engine without windows and menus: a page costs it less than half.
        ExecutablePath = "/usr/bin/chromium-headless-shell",
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            // No process that only paints, and no script compiled for speed: a page of ours lives for half a second.
            "--in-process-gpu", "--num-raster-threads=1", "--js-flags=--no-opt --no-maglev --no-sparkplug",
            .. more,
        ],
    });

    /// <summary>A page of the server stands there, loaded, and its first box has the focus.</summary>
    private Task<IJSHandle> StandsAsync() => AskAsync(() => Page.WaitForFunctionAsync(
        "() => !window.left && location.protocol === 'http:' && document.readyState === 'complete' && (document.activeElement !== document.body || !document.querySelector('[autofocus]'))"));

    /// <summary>Asks the page; when one page gives way to another while it is asked, asks the other. Only for questions, never for keys.</summary>
    private static async Task<T> AskAsync<T>(Func<Task<T>> question)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await question();
            }
            catch (PlaywrightException fault) when (tries < 5 && fault.Message.Contains("context was destroyed", StringComparison.Ordinal))
            {
            }
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HealthCode.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("not inside the repository");
        }

        return folder.FullName;
    }
}
