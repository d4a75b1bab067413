using HealthCode.Tests.Support;
using HealthCode.Web.Pages.Help;
using Microsoft.Playwright;

namespace HealthCode.Tests.Browser;

/// <summary>手册打印 — the whole manual on paper.</summary>
public sealed class ManualPrintTests
{
    [Fact]
    public async Task All_chapters_are_printed_and_nothing_that_is_only_pressed_on_a_screen()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        await using var browser = await RealBrowser.BeforeAsync(server);
        await browser.OpenAsync("/Help/Print");

        using var paper = new PdfInspector(await browser.Page.PdfAsync(new() { Format = "A4" }));

        var words = string.Concat(Enumerable.Range(1, paper.Sizes.Count).Select(paper.Words));
        Assert.All(Manual.Chapters.SelectMany(chapter => chapter.Headings.Select(heading => heading.Words).Prepend(chapter.Title)),
            heading => Assert.Contains(heading.Replace(" ", "", StringComparison.Ordinal), words, StringComparison.Ordinal));
        await browser.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await browser.Page.Locator(".top, .actions, main nav, .skip").EvaluateAllAsync<bool>("all => all.some(each => getComputedStyle(each).display !== 'none')"));
        Assert.Empty(browser.ScriptErrors);
    }
}
