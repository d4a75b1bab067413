using HealthCode.Tests.Support;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Account;

/// <summary>登录次数: every attempt counts once, whoever makes it, wherever and however many at a time.</summary>
public sealed class SignInCountTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        await _server.AddUserAsync("luru", (await _server.FirstVillageAsync()).Value, Roles.Clerk);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("luru")]
    [InlineData("nobody")]
    public async Task Four_failures_of_before_a_restart_and_one_after_it_lock(string name)
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await _server.SignedInAsync(name, "wrong");
        }

        _server = await _server.RestartAsync();

        Assert.Contains("已锁定到", Assert.Single((await _server.SignedInAsync(name, "wrong")).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_at_once_are_ten()
    {
        var browsers = new List<OfficeBrowser>();
        for (var i = 0; i < 10; i++)
        {
            browsers.Add(await _server.Browser().OpenAsync("/Account/Login"));
        }

        await Task.WhenAll(browsers.Select(browser => browser.SendAsync(("登录名", "luru"), ("密码", "wrong"))));

        Assert.Equal(10, await _server.InDbAsync(db => db.SignInCounts.Where(row => row.Key.StartsWith("pc ")).Select(row => row.Count).SingleAsync()));
        Assert.Contains("已锁定到", Assert.Single((await _server.SignedInAsync("luru")).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_invents_names_does_not_fill_the_database()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            db.SignInCounts.AddRange(Enumerable.Range(0, SignInAttempts.MostRows + 200).Select(i => SignInCount.Begin($"name {i}", _server.Clock.GetUtcNow())));
            return Task.FromResult(true);
        }));

        await _server.SignedInAsync("nobody", "wrong");

        Assert.InRange(await _server.InDbAsync(db => db.SignInCounts.CountAsync()), 1, SignInAttempts.MostRows);
    }

    [Fact]
    public async Task What_is_old_is_forgotten_and_a_lock_within_its_month_is_not()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await _server.SignedInAsync("nobody", "wrong");
        }

        _server.Clock.Advance(TimeSpan.FromDays(31));
        await _server.SignedInAsync("somebody", "wrong");

        // The PC's own row and the last name.
        Assert.Equal(2, await _server.InDbAsync(db => db.SignInCounts.CountAsync()));
    }
}
