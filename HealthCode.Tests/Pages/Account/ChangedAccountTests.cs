using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Account;

/// <summary>改了就算: what is changed of an account holds from the next click on.</summary>
public sealed class ChangedAccountTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";
    private OfficeUser _user = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = (await _server.FirstVillageAsync()).Value;
        _user = await _server.AddUserAsync("luru", _office, Roles.Clerk, Roles.Reviewer);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("停用")]
    [InlineData("重设密码")]
    [InlineData("改角色")]
    public async Task Whoever_clicks_every_twenty_seconds_is_refused_at_the_first_click_after_the_change(string change)
    {
        var clerk = await _server.SignedInAsync("luru");
        for (var click = 0; click < 13; click++)
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal("/Declarations", (await clerk.OpenAsync("/Declarations")).Address);
        }

        await ChangeAsync(change);

        await clerk.OpenAsync("/Declarations");
        Assert.Equal("登录", clerk.Title);
        Assert.Contains("有变动", clerk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("停用")]
    [InlineData("重设密码")]
    [InlineData("改角色")]
    [InlineData("自己改密码")]
    public async Task A_copied_cookie_is_refused_from_the_change_on(string change)
    {
        var (clerk, copy) = await CopiedCookie.TakeAsync(_server, "luru");
        for (var click = 0; click < 13; click++)
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal(HttpStatusCode.OK, await copy.OpenAsync("/Declarations"));
        }

        if (change == "自己改密码")
        {
            await clerk.OpenAsync("/Account/ChangePassword");
            await clerk.SendAsync(("原密码", OfficeServer.Password), ("新密码", "Xin-Mima-2020"), ("再输一次", "Xin-Mima-2020"));
            Assert.Equal("/Declarations", (await clerk.OpenAsync("/Declarations")).Address);
        }
        else
        {
            await ChangeAsync(change);
        }

        Assert.Equal(HttpStatusCode.Redirect, await copy.OpenAsync("/Declarations"));
    }

    [Fact]
    public async Task A_wrong_old_password_counts_locks_and_is_audited()
    {
        var clerk = await _server.SignedInAsync("luru");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await clerk.OpenAsync("/Account/ChangePassword");
            await clerk.SendAsync(("原密码", "Buzhidao-2020"), ("新密码", "Xin-Mima-2020"), ("再输一次", "Xin-Mima-2020"));
        }

        Assert.Matches("已锁定到 \\d+时\\d\\d分", Assert.Single(clerk.Errors));
        Assert.Equal(5, await _server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "密码或验证码输错")));
        Assert.Matches("已锁定到 \\d+时\\d\\d分", Assert.Single((await _server.SignedInAsync("luru")).Errors));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_locked_in_the_same_words_after_as_many_attempts()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await _server.SignedInAsync("nobody", "wrong");
            await _server.SignedInAsync("luru", "wrong");
        }

        var (unknown, known) = (await _server.SignedInAsync("nobody"), await _server.SignedInAsync("luru"));
        Assert.Contains("已锁定到", Assert.Single(known.Errors), StringComparison.Ordinal);
        Assert.Equal(known.Errors, unknown.Errors);
    }

    [Fact]
    public async Task A_kept_form_survives_a_restart_and_lies_encrypted()
    {
        var clerk = await _server.SignedInAsync("luru");
        await clerk.OpenAsync("/Verification/Checkpoints/Edit");
        var fields = clerk.MainFields().Where(field => !field.Key.StartsWith("Input", StringComparison.Ordinal))
            .Append(new("Input.Name", "丁路过的卡点")).ToList();
        _server.Clock.Advance(TimeSpan.FromMinutes(16));
        await clerk.PostAsync(clerk.Address, fields);
        Assert.Equal(1, await _server.InDbAsync(db => db.PendingPosts.CountAsync()));
        Assert.Empty(await _server.StandingInAsync(["丁路过的卡点"]));

        _server = await _server.RestartAsync(_server.Clock.GetUtcNow());
        clerk = await _server.SignedInAsync("luru");

        Assert.Contains("丁路过的卡点", (await clerk.OpenAsync("/Account/Resume")).Html, StringComparison.Ordinal);
    }

    private async Task ChangeAsync(string change)
    {
        await using var scope = _server.Services.CreateScopeFor(new SystemUser("test"));
        var (db, accounts) = (scope.ServiceProvider.GetRequiredService<OfficeDb>(), scope.ServiceProvider.GetRequiredService<StaffAccounts>());
        var user = await db.Users.SingleAsync(each => each.Id == _user.Id);
        await db.InOneTransactionAsync(() => change switch
        {
            "停用" => accounts.DisableAsync(user, true),
            "重设密码" => accounts.ResetPasswordAsync(user, "Chongshe-2020"),
            _ => accounts.AssignAsync(user, _office, [Roles.Clerk]),
        });
    }
}
