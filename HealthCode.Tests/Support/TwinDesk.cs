using System.Net;

namespace HealthCode.Tests.Support;

/// <summary>One person at both offices, who does the same at each.</summary>
internal sealed class TwinDesk(TwinOffices twins, OfficeBrowser[] browsers)
{
    /// <summary>The page that is open, at the first office.</summary>
    public OfficeBrowser Page => browsers[0];

    /// <summary>Whether the page that is open is one of a signed-in user.</summary>
    public bool IsSignedIn => !Page.Address.StartsWith("/Account/", StringComparison.Ordinal);

    /// <summary>Opens an address.</summary>
    public Task OpenAsync(string address) => EachAsync("GET " + address, browser => browser.OpenAsync(address));

    /// <summary>Downloads a file.</summary>
    public async Task FileAsync(string address)
    {
        var answers = await Task.WhenAll(browsers.Select(async browser =>
        {
            using var answer = await browser.Http.GetAsync(address);
            return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {answer.Content.Headers.ContentDisposition}\n{TwinOffices.TextOf(await answer.Content.ReadAsByteArrayAsync())}";
        }));
        twins.Compare("file " + address, answers[0], answers[1]);
    }

    /// <summary>Posts the form of the page, filled in with these answers.</summary>
    public Task PostAsync(string address, IReadOnlyDictionary<string, string> answers, params (string Field, string? Value)[] changes) =>
        EachAsync($"POST {address} {Said(changes)}", browser => browser.PostAsync(address, browser.FieldsWith(answers, changes)));

    /// <summary>Fills in the form with this button by its labels, and presses it. Nothing happens if the page has none.</summary>
    public async Task<bool> PressAsync(string button, params (string Label, string? Value)[] values)
    {
        if (Page.Page?.QuerySelectorAll("main form button").Any(each => each.TextContent.Trim().StartsWith(button, StringComparison.Ordinal)) != true)
        {
            return false;
        }

        await EachAsync($"{Page.Address}: {button} {Said(values)}", browser => browser.PressAsync(button, values));
        return true;
    }

    /// <summary>Follows a link of the page.</summary>
    /// <param name="choose">Picks one of so many.</param>
    public async Task ClickAsync(Func<int, int> choose)
    {
        var links = browsers.Select(Links).ToList();
        if (links[0].Count == 0 || links[0].Count != links[1].Count)
        {
            return;
        }

        var chosen = choose(links[0].Count);
        var (first, second) = (links[0][chosen], links[1][chosen]);
        if (first.Contains("handler=", StringComparison.Ordinal))
        {
            await FileAsync(first);
            return;
        }

        await EachAsync("GET " + first, browser => browser.OpenAsync(browser == browsers[0] ? first : second));
    }

    /// <summary>Sends a form of the page with fields as somebody might who does not know it.</summary>
    /// <param name="choose">Picks one of so many.</param>
    /// <param name="mayBeSent">Which forms.</param>
    public async Task ScribbleAsync(Func<int, int> choose, Func<WebForm, bool> mayBeSent)
    {
        var forms = browsers.Select(browser => browser.Page is null ? [] : WebForm.Of(browser).Where(mayBeSent).ToList()).ToList();
        if (forms[0].Count == 0 || forms[0].Count != forms[1].Count)
        {
            return;
        }

        var (chosen, seed) = (choose(forms[0].Count), choose(int.MaxValue));
        await EachAsync($"{forms[0][chosen].Shape} (seed {seed})", browser =>
        {
            var form = forms[browser == browsers[0] ? 0 : 1][chosen];
            var fields = FsCheck.Fluent.Gen.Sample(form.Cases, 50, new FsCheck.Rnd((ulong)seed), 1)[0];
            return form.Posts
                ? browser.PostAsync(form.Address, fields)
                : browser.OpenAsync($"{form.Address.Split('?')[0]}?{string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))}");
        });
    }

    private async Task EachAsync(string what, Func<OfficeBrowser, Task> ask)
    {
        var answers = await Task.WhenAll(browsers.Select(browser => Task.Run(async () =>
        {
            try
            {
                await ask(browser);
                // Of what is no page only its kind counts.
                return $"{(int)browser.Status} {browser.Address}\n{(browser.Html.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? browser.Html : browser.Html[..Math.Min(4, browser.Html.Length)])}";
            }
            catch (InvalidOperationException fault)
            {
                // The page has no such field or button.
                return fault.Message;
            }
        })));
        Assert.DoesNotContain(HttpStatusCode.InternalServerError, browsers.Select(browser => browser.Status));
        twins.Compare(what, answers[0], answers[1]);
    }

    private static List<string> Links(OfficeBrowser browser) => browser.Page is null ? [] :
    [
        .. browser.Page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0])
            .Where(link => !((string[])["/Account", "/Help", "/Administration/Jobs/Dashboard", "/css", "/js"]).Any(link.StartsWith)),
    ];

    private static string Said((string Name, string? Value)[] values) => string.Join('&', values.Select(value => $"{value.Name}={value.Value}"));
}
