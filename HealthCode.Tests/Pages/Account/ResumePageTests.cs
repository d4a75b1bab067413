using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Account;

/// <summary>登录过期也不丢: any form, its writer only.</summary>
public sealed class ResumePageTests : IAsyncLifetime
{
    private const string Form = "/Verification/Checkpoints/Edit";

    private OfficeServer _server = null!;
    private string _office = "";
    private OfficeBrowser _clerk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = (await _server.FirstVillageAsync()).Value;
        _clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_was_typed_when_the_sign_in_ran_out_is_handed_in_after_signing_in_again()
    {
        await ExpireWithFormAsync();
        Assert.Contains("刚才填的还在", _clerk.Text, StringComparison.Ordinal);

        await _clerk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));
        Assert.Equal("/Account/Resume", _clerk.Address);
        Assert.Equal(0, await GatesAsync());
        await _clerk.PressAsync("接着交上去");

        Assert.Equal("村口卡点", await _server.InDbAsync(db => db.Checkpoints.Select(gate => gate.Name).SingleAsync()));
        Assert.Contains("没有等着交的表", (await _clerk.OpenAsync("/Account/Resume")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_what_was_typed_when_the_same_user_had_signed_in_elsewhere()
    {
        await _clerk.OpenAsync(Form);
        var fields = Typed();
        var elsewhere = await _server.SignedInAsync("luru");
        await _clerk.PostAsync(_clerk.Address, fields);
        Assert.Contains("在别的电脑或窗口上登录了", _clerk.Text, StringComparison.Ordinal);

        await _clerk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));
        await _clerk.PressAsync("接着交上去");

        Assert.Equal(1, await GatesAsync());
        Assert.Equal("登录", (await elsewhere.OpenAsync("/")).Title);
    }

    [Fact]
    public async Task Nobody_else_gets_it()
    {
        await ExpireWithFormAsync();
        await _server.AddUserAsync("other", _office, Roles.Clerk);

        await _clerk.SendAsync(("登录名", "other"), ("密码", OfficeServer.Password));

        Assert.Contains("没有等着交的表", _clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("村口卡点", _clerk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_leave_a_form_for_a_clerk()
    {
        var fields = await ExpiredAsync();
        // A page of another site has the clerk's old cookie with it, but not the token of a form of ours.
        await _clerk.PostAsync(Form, fields.Where(field => field.Key != "__RequestVerificationToken"));
        await _clerk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));

        Assert.Contains("没有等着交的表", (await _clerk.OpenAsync("/Account/Resume")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_waits_an_hour_and_not_longer()
    {
        await ExpireWithFormAsync();
        _server.Clock.Advance(TimeSpan.FromMinutes(61));

        await _clerk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));

        Assert.Contains("没有等着交的表", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_thrown_away()
    {
        await ExpireWithFormAsync();
        await _clerk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));
        await _clerk.PressAsync("不要了");

        Assert.Equal("/", _clerk.Address);
        Assert.Contains("没有等着交的表", (await _clerk.OpenAsync("/Account/Resume")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_throws_it_away_too()
    {
        await ExpireWithFormAsync();
        await _clerk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));
        await _clerk.PressAsync("退出");
        await _clerk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));

        Assert.Contains("没有等着交的表", (await _clerk.OpenAsync("/Account/Resume")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_was_typed_is_not_kept()
    {
        var admin = await _server.SignedInUserAsync("admin", _office, Roles.SystemAdministrator);
        await admin.OpenAsync("/Administration/AddUser");
        var fields = admin.MainFields().Where(field => !field.Key.StartsWith("Input", StringComparison.Ordinal))
            .Append(new("Input.UserName", "new")).Append(new("Input.Password", "Mimi-2020-x")).ToList();
        _server.Clock.Advance(TimeSpan.FromMinutes(16));
        await admin.PostAsync("/Administration/AddUser", fields);
        await admin.SendAsync(("登录名", "admin"), ("密码", OfficeServer.Password));

        Assert.Equal("new", admin.Page.QuerySelector("input[name='Input.UserName']")!.GetAttribute("value"));
        Assert.DoesNotContain("Mimi-2020-x", admin.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guards_scan_is_judged_after_he_signed_in_again()
    {
        var guard = await _server.SignedInGuardAsync("kakou");
        var fields = guard.MainFields().Where(field => field.Key != "Input.Code").Append(new("Input.Code", "6401020010017777")).ToList();
        _server.Clock.Advance(TimeSpan.FromMinutes(16));
        await guard.PostAsync(guard.Address, fields);
        await guard.SendAsync(("登录名", "kakou"), ("密码", OfficeServer.Pin));
        Assert.Equal("/Account/Resume", guard.Address);

        await guard.PressAsync("接着交上去");

        Assert.NotNull(guard.Page.QuerySelector(".verdict"));
    }

    private List<KeyValuePair<string, string>> Typed()
    {
        Dictionary<string, string> typed = new()
        {
            ["Input.Name"] = "村口卡点", ["Input.Kind"] = "Road", ["Input.County"] = "兴庆区", ["Input.Township"] = "样例街道", ["Input.Address"] = "村东头路口", ["Input.Mode"] = "Venue",
        };
        return [.. _clerk.MainFields().Where(field => !typed.ContainsKey(field.Key)), .. typed];
    }

    private async Task<List<KeyValuePair<string, string>>> ExpiredAsync()
    {
        await _clerk.OpenAsync(Form);
        var fields = Typed();
        _server.Clock.Advance(TimeSpan.FromMinutes(16));
        return fields;
    }

    private async Task ExpireWithFormAsync()
    {
        var fields = await ExpiredAsync();
        await _clerk.PostAsync(Form, fields);
        Assert.StartsWith("/Account/Login", _clerk.Address, StringComparison.Ordinal);
    }

    private Task<int> GatesAsync() => _server.InDbAsync(db => db.Checkpoints.CountAsync());
}
