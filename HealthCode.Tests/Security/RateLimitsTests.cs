using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Security;

/// <summary>限速: who guesses passwords waits, and who checks cards never does.</summary>
public sealed class RateLimitsTests
{
    [Fact]
    public async Task After_so_many_attempts_in_a_minute_a_PC_waits_whatever_name_it_tries()
    {
        await using var server = await LimitedAsync(RateLimits.SignInsPerMinute, "3");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await server.SignedInAsync("nobody" + i)).Status);
        }

        var browser = server.Browser();
        await browser.OpenAsync("/Account/Login");
        using var form = new FormUrlEncodedContent(browser.MainFields());
        using var answer = await browser.Http.PostAsync("/Account/Login", form);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("请稍等", page, StringComparison.Ordinal);
        Assert.Contains("秒再试", page, StringComparison.Ordinal);
        // Nobody who has signed in, and no page that is only opened, meets the limit.
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/Account/Login")).Status);
    }

    [Fact]
    public async Task A_guard_who_is_quicker_than_a_hand_waits_and_the_next_guard_does_not()
    {
        await using var server = await LimitedAsync(RateLimits.ChecksPerSecond, "2");
        var guard = await server.SignedInGuardAsync("zhishou1");
        var other = await server.SignedInGuardAsync("zhishou2", at: await server.InDbAsync(db => db.Checkpoints.Select(each => each.Id).SingleAsync()));
        await guard.OpenAsync("/Verification/Check");
        await other.OpenAsync("/Verification/Check");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => CheckAsync(guard)));

        Assert.Contains(HttpStatusCode.OK, answers);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.OK, await CheckAsync(other));
    }

    [Fact]
    public async Task A_clock_that_stands_or_is_set_back_keeps_no_guard_waiting()
    {
        await using var server = await LimitedAsync(RateLimits.ChecksPerSecond, "2");
        var guard = await server.SignedInGuardAsync("zhishou1");
        await guard.OpenAsync("/Verification/Check");
        await Task.WhenAll(CheckAsync(guard), CheckAsync(guard), CheckAsync(guard));

        await Task.Delay(TimeSpan.FromSeconds(1.1));

        Assert.Equal(HttpStatusCode.OK, await CheckAsync(guard));
    }

    private static async Task<HttpStatusCode> CheckAsync(OfficeBrowser guard)
    {
        using var form = new FormUrlEncodedContent(guard.MainFields());
        using var answer = await guard.Http.PostAsync("/Verification/Check", form);
        return answer.StatusCode;
    }

    private static async Task<OfficeServer> LimitedAsync(string setting, string limit)
    {
        var server = new OfficeServer { Settings = new() { [setting] = limit } };
        await server.AddOfficeAsync(await server.FirstVillageAsync());
        return server;
    }
}
