using Deque.AxeCore.Playwright;
using HealthCode.Tests.Support;
using Microsoft.Playwright;

namespace HealthCode.Tests.Browser;

/// <summary>Debian's Chromium before a real server, driven by keys alone.</summary>
public sealed class RealBrowser : IAsyncDisposable
{
    private const int MostTabs = 120;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private RealBrowser(IPlaywright playwright, IBrowser browser, IPage page, string address) =>
        (_playwright, _browser, Page, Address) = (playwright, browser, page, address);

    public IPage Page { get; }

    public string Address { get; }

    /// <summary>What the page's own scripts complained of.</summary>
    public List<string> ScriptErrors { get; } = [];

    /// <summary>Where pictures are left to be looked at.</summary>
    private static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Repository(), "artifacts", "screens")).FullName;

    public static Task<RealBrowser> BeforeAsync(OfficeServer server, int width = 1366, int height = 768, bool scripts = true) =>
        StartAsync(server.ClientOptions.BaseAddress.ToString().TrimEnd('/'), new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN", JavaScriptEnabled = scripts });

    /// <summary>A PC of the village that is connected to nothing, for files.</summary>
    public static Task<RealBrowser> WithoutNetworkAsync() =>
        StartAsync("", new() { ViewportSize = new() { Width = 1366, Height = 768 }, Locale = "zh-CN", TimezoneId = "Asia/Shanghai", Offline = true });

    /// <summary>Opens a page and waits until it can be typed into.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(Address + path);
        await StandsAsync();
    }

    public async Task SignInAsync(string userName)
    {
        await OpenAsync("/Account/Login");
        await TypeAsync(userName);
        await PressAsync("Tab");
        await TypeAsync(OfficeServer.Password);
        await GoAsync("Enter");
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

        Assert.Fail($"no Tab leads to {selector} {text} on {Page.Url}");
    }

    /// <summary>The name of the focused box.</summary>
    public Task<string> FocusAsync() => AskAsync(() => Page.EvaluateAsync<string>("() => document.activeElement.name || document.activeElement.id || document.activeElement.tagName"));

    public async Task PictureAsync(string name) =>
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });

    /// <summary>What axe finds serious or critical, as lines.</summary>
    public async Task<IReadOnlyList<string>> SeriousAsync() =>
    [
        .. (await Page.RunAxe()).Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{new Uri(Page.Url).PathAndQuery}: {violation.Id} {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"),
    ];

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static async Task<RealBrowser> StartAsync(string address, BrowserNewContextOptions options)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        var context = await browser.NewContextAsync(options);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        var real = new RealBrowser(playwright, browser, page, address);
        page.PageError += (_, error) => real.ScriptErrors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                real.ScriptErrors.Add(message.Text);
            }
        };
        return real;
    }

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
