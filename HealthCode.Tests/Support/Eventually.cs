using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace HealthCode.Tests.Support;

/// <summary>For what happens beside the test: asked for again and again, for a minute at most.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until it holds; fails with its text when it does not come.</summary>
    public static Task TrueAsync(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        TrueAsync(() => Task.FromResult(holds()), what);

    /// <summary>Waits until it holds; fails with its text when it does not come.</summary>
    public static async Task TrueAsync(Func<Task<bool>> holds, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        for (var waited = Stopwatch.StartNew(); !await holds();)
        {
            Assert.True(waited.Elapsed < Longest, "it did not come: " + what);
            await Task.Delay(Pause);
        }
    }

    /// <summary>Opens the page that is open again until it says so, as a page that shows progress does by itself.</summary>
    public static async Task SaysAsync(this OfficeBrowser browser, string text)
    {
        var address = browser.Address.Split('?')[0];
        await TrueAsync(
            async () => browser.Text.Contains(text, StringComparison.Ordinal) || (await browser.OpenAsync(address)).Text.Contains(text, StringComparison.Ordinal),
            text);
    }
}
