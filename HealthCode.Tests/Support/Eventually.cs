using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace HealthCode.Tests.Support;

/// <summary>Waits for a condition by polling, for a minute at most.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until the condition holds; fails with its source text after a minute.</summary>
    public static Task TrueAsync(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        TrueAsync(() => Task.FromResult(holds()), what);

    /// <summary>Waits until the condition holds; fails with its source text after a minute.</summary>
    public static async Task TrueAsync(Func<Task<bool>> holds, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        for (var waited = Stopwatch.StartNew(); !await holds();)
        {
            Assert.True(waited.Elapsed < Longest, "it did not come: " + what);
            await Task.Delay(Pause);
        }
    }

    /// <summary>Reloads the current page until it contains the text, as pages with a progress display do by themselves.</summary>
    public static async Task ShowsSoonAsync(this OfficeBrowser browser, string text)
    {
        var address = browser.Address.Split('?')[0];
        await TrueAsync(
            async () => browser.Text.Contains(text, StringComparison.Ordinal) || (await browser.OpenAsync(address)).Text.Contains(text, StringComparison.Ordinal),
            text);
    }
}
