using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Administration.Users;

public sealed class UsersPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";
    private OfficeBrowser _administrator = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = (await _server.FirstVillageAsync()).Value;
        _administrator = await _server.SignedInUserAsync("admin", _office, Roles.SystemAdministrator);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_colleague_added_with_an_initial_password_must_change_it_before_anything_else()
    {
        await AddAsync("马小兰", _office, "录入员");

        var browser = await _server.SignedInAsync("马小兰");
        Assert.Equal("/Account/ChangePassword", browser.Address);
        Assert.Equal("/Account/ChangePassword", (await browser.OpenAsync("/")).Address);

        await browser.SendAsync(("原密码", OfficeServer.Password), ("新密码", "Xin-Mima-2020"), ("再输一次", "Xin-Mima-2020"));
        Assert.Equal("/", browser.Address);
    }

    [Fact]
    public async Task Two_users_cannot_share_a_name()
    {
        await AddAsync("马小兰", _office, "录入员");
        await AddAsync("马小兰", _office, "录入员");

        Assert.Contains("这个登录名已经有人用了，请换一个。", _administrator.Errors);
    }

    [Fact]
    public async Task A_user_without_a_role_is_not_opened()
    {
        await AddAsync("马小兰", _office);

        Assert.Contains(StaffRules.HasRole.Sentence, _administrator.Errors);
        Assert.Equal(1, await _server.InDbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_clerk_works_for_one_office_and_a_township_official_for_a_township()
    {
        await AddAsync("a", _office[..9], "录入员");
        Assert.Contains(StaffRules.ScopeFitsRoles.Sentence, _administrator.Errors);

        await AddAsync("b", _office, "乡镇干部");
        Assert.Contains(StaffRules.ScopeFitsRoles.Sentence, _administrator.Errors);

        await AddAsync("c", _office[..9], "乡镇干部");
        Assert.Contains("已添加", _administrator.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_user_is_out_within_a_minute_and_cannot_come_back()
    {
        var clerk = await _server.AddUserAsync("clerk", _office, Roles.Clerk);
        var browser = await _server.SignedInAsync("clerk");

        await _administrator.OpenAsync($"/Administration/EditUser/{clerk.Id}");
        await _administrator.PressAsync("停用这个用户");
        _server.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.StartsWith("/Account/Login", (await browser.OpenAsync("/")).Address, StringComparison.Ordinal);
        Assert.Contains("已停用", Assert.Single((await _server.SignedInAsync("clerk")).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_given_hold_within_a_minute()
    {
        var clerk = await _server.AddUserAsync("clerk", _office, Roles.Clerk);
        var browser = await _server.SignedInAsync("clerk");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/Audit")).Status);

        await _administrator.OpenAsync($"/Administration/EditUser/{clerk.Id}");
        await _administrator.PressAsync("保存角色", ("系统管理员", "on"));
        browser = await _server.SignedInAsync("clerk");

        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/Audit")).Status);
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_disabled_nor_lose_the_role()
    {
        var id = await _server.InDbAsync(db => db.Users.Select(user => user.Id).SingleAsync());

        await _administrator.OpenAsync($"/Administration/EditUser/{id}");
        await _administrator.PressAsync("停用这个用户");
        Assert.Contains(StaffRules.AdministratorRemains.Sentence, _administrator.Errors);

        await _administrator.PressAsync("保存角色", ("系统管理员", null), ("录入员", "on"));
        Assert.Contains(StaffRules.AdministratorRemains.Sentence, _administrator.Errors);
        Assert.Equal(HttpStatusCode.OK, (await _administrator.OpenAsync("/Administration/Users")).Status);
    }

    [Fact]
    public async Task A_reset_password_must_be_changed_and_a_weak_one_is_refused()
    {
        var clerk = await _server.AddUserAsync("clerk", _office, Roles.Clerk);
        await _administrator.OpenAsync($"/Administration/EditUser/{clerk.Id}");

        await _administrator.PressAsync("重设密码", ("新的初始密码", "weak"));
        Assert.Contains("密码太短：至少 10 位。", _administrator.Errors);

        await _administrator.PressAsync("重设密码", ("新的初始密码", "Chongshe-2020"));
        Assert.Equal("/Account/ChangePassword", (await _server.SignedInAsync("clerk", "Chongshe-2020")).Address);
    }

    [Fact]
    public async Task Opening_a_user_is_audited_by_name_of_field_without_the_password()
    {
        await AddAsync("马小兰", _office, "录入员");

        var records = await _server.InDbAsync(db => db.AuditRecords.Where(record => record.UserName == "admin" && record.Subject == "用户 马小兰").ToListAsync());
        Assert.Contains(records, record => record is { Action: "新建", Workstation: not null });
        Assert.Contains(records, record => record is { Action: "角色", Detail: "录入员" });
        Assert.DoesNotContain(records, record => record.Detail.Contains(OfficeServer.Password, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Roles.Clerk)]
    [InlineData(Roles.Reviewer)]
    public async Task Only_an_administrator_administers(string role)
    {
        var browser = await _server.SignedInUserAsync("somebody", _office, role);

        foreach (var page in new[] { "/Administration", "/Administration/Users", "/Administration/AddUser", "/Administration/Offices", "/Administration/Divisions", "/Audit" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(page)).Status);
        }
    }

    private async Task AddAsync(string name, string scope, params string[] roles)
    {
        await _administrator.OpenAsync("/Administration/AddUser");
        await _administrator.SendAsync(
            [("登录名", name), ("姓名", name), ("初始密码", OfficeServer.Password), ("管辖范围", scope), .. roles.Select(role => (role, (string?)"on"))]);
    }
}
