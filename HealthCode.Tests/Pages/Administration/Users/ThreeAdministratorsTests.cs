using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Administration.Users;

/// <summary>三员: who keeps the users, who keeps the roles, and who reads the audit.</summary>
public sealed class ThreeAdministratorsTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";
    private OfficeUser _clerk = null!;
    private OfficeBrowser _system = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = (await _server.FirstVillageAsync()).Value;
        _clerk = await _server.AddUserAsync("luru", _office, Roles.Clerk);
        _system = await _server.SignedInUserAsync("guanli", _office, Roles.SystemAdministrator);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Until_there_are_others_the_system_administrator_stands_in_and_the_pages_say_so()
    {
        await _system.OpenAsync("/Administration/Users");
        Assert.Contains("还没有安全管理员", _system.Text, StringComparison.Ordinal);
        Assert.Contains("还没有审计管理员", _system.Text, StringComparison.Ordinal);
        Assert.Contains("还没有审计管理员", (await _system.OpenAsync("/Audit")).Text, StringComparison.Ordinal);

        await AssignAsync(_system, ("审核员", "on"));
        Assert.Contains("角色已保存", _system.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_day_there_are_the_system_administrator_neither_changes_roles_nor_reads_the_audit()
    {
        await _system.OpenAsync($"/Administration/EditUser/{_clerk.Id}");
        var fields = _system.MainFields();
        await AddAsync("anquan", "安全管理员");
        await AddAsync("shenji", "审计管理员");

        Assert.DoesNotContain("还没有", (await _system.OpenAsync("/Administration/Users")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _system.OpenAsync("/Audit")).Status);
        Assert.DoesNotContain("保存角色", (await _system.OpenAsync($"/Administration/EditUser/{_clerk.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _system.PostAsync($"/Administration/EditUser/{_clerk.Id}", fields)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _system.OpenAsync("/Administration/Addresses")).Status);
    }

    [Fact]
    public async Task The_system_administrator_does_not_disable_the_last_of_those_he_would_stand_in_for()
    {
        foreach (var (name, role) in new[] { ("anquan", Roles.SecurityAdministrator), ("shenji", Roles.AuditAdministrator) })
        {
            var keeper = await _server.AddUserAsync(name, _office, role);
            await _system.OpenAsync($"/Administration/EditUser/{keeper.Id}");
            await _system.PressAsync("停用这个用户");
            Assert.Equal([StaffRules.KeeperRemains.Sentence], _system.Errors);

            await _server.AddUserAsync(name + "2", _office, role);
            await _system.OpenAsync($"/Administration/EditUser/{keeper.Id}");
            await _system.PressAsync("停用这个用户");
            Assert.Contains("已停用", _system.StatusMessage, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_security_administrator_who_has_left_leaves_the_office_not_locked_out()
    {
        var security = await _server.AddUserAsync("anquan", _office, Roles.SecurityAdministrator);
        await _system.OpenAsync($"/Administration/EditUser/{security.Id}");
        await _system.PressAsync("重设密码", ("新的初始密码", "Jieren-2020"));

        var successor = await _server.SignedInAsync("anquan", "Jieren-2020");

        Assert.Equal("/Account/ChangePassword", successor.Address);
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record is { UserName: "guanli", Subject: "用户 anquan", Action: "修改" });
    }

    [Fact]
    public async Task The_security_administrator_changes_roles_and_lifts_locks_and_does_nothing_else_to_a_user()
    {
        var security = await _server.SignedInUserAsync("anquan", _office, Roles.SecurityAdministrator);
        await AssignAsync(security, ("审核员", "on"));
        Assert.Contains("角色已保存", security.StatusMessage, StringComparison.Ordinal);

        await security.OpenAsync($"/Administration/EditUser/{_clerk.Id}");
        var fields = security.MainFields();
        Assert.DoesNotContain("停用这个用户", security.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await security.PostAsync($"/Administration/EditUser/{_clerk.Id}?handler=Disable", [.. fields, new("disabled", "true")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await security.PostAsync($"/Administration/EditUser/{_clerk.Id}?handler=Reset", [.. fields, new("New.Password", "Chongshe-2020")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await security.OpenAsync("/Administration/AddUser")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await security.OpenAsync("/Audit")).Status);

        for (var attempt = 0; attempt < 5; attempt++)
        {
            await _server.SignedInAsync("luru", "wrong");
        }

        await security.OpenAsync($"/Administration/EditUser/{_clerk.Id}");
        await security.PressAsync("现在解除锁定");
        Assert.Equal("/", (await _server.SignedInAsync("luru")).Address);
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record is { Action: "解除锁定", Subject: "用户 luru", UserName: "anquan" });
    }

    [Fact]
    public async Task The_audit_administrator_reads_the_audit_and_nothing_else()
    {
        var auditor = await _server.SignedInUserAsync("shenji", _office, Roles.AuditAdministrator);

        Assert.Equal(["首页", "审计"], auditor.Page.QuerySelectorAll(".rail a").Select(link => link.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.OK, (await auditor.OpenAsync("/Audit")).Status);
        Assert.DoesNotContain("暂时由系统管理员代看", auditor.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.OpenAsync("/Administration")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.OpenAsync("/Declarations")).Status);
    }

    [Theory]
    [InlineData("系统管理员", "安全管理员")]
    [InlineData("安全管理员", "审计管理员")]
    [InlineData("系统管理员", "审计管理员")]
    public async Task Nobody_is_two_of_them(string one, string other)
    {
        await AddAsync("both", one, other);

        Assert.Equal([StaffRules.AdministratorsApart.Sentence], _system.Errors);
    }

    [Theory]
    [InlineData("安全管理员", "录入员")]
    [InlineData("安全管理员", "台账导出员")]
    [InlineData("审计管理员", "审核员")]
    [InlineData("审计管理员", "印章保管人")]
    public async Task None_of_them_works_at_a_desk(string administrator, string desk)
    {
        await AddAsync("both", administrator, desk);

        Assert.Equal([StaffRules.AdministratorSeesNobody.Sentence], _system.Errors);
    }

    [Fact]
    public async Task The_system_administrator_of_a_small_office_may_until_somebody_keeps_the_roles()
    {
        await AddAsync("alone", "系统管理员", "录入员");
        Assert.Contains("已添加", _system.StatusMessage, StringComparison.Ordinal);

        await AddAsync("anquan", "安全管理员");
        Assert.Equal([StaffRules.NobodyTwoHatted.Sentence + "alone。"], _system.Errors);

        var alone = await _server.InDbAsync(db => db.Users.SingleAsync(user => user.UserName == "alone"));
        await _system.OpenAsync($"/Administration/EditUser/{alone.Id}");
        await _system.PressAsync("保存角色", ("录入员", null));
        await AddAsync("anquan", "安全管理员");
        Assert.Contains("已添加", _system.StatusMessage, StringComparison.Ordinal);
        await AddAsync("third", "系统管理员", "录入员");
        Assert.Equal([StaffRules.AdministratorSeesNobody.Sentence], _system.Errors);
    }

    [Fact]
    public async Task A_disabled_user_with_both_hats_does_not_come_back_with_them()
    {
        var both = await _server.AddUserAsync("both", _office, Roles.SystemAdministrator, Roles.Clerk);
        await _system.OpenAsync($"/Administration/EditUser/{both.Id}");
        await _system.PressAsync("停用这个用户");
        await _server.AddUserAsync("anquan", _office, Roles.SecurityAdministrator);

        await _system.OpenAsync($"/Administration/EditUser/{both.Id}");
        await _system.PressAsync("启用这个用户");

        Assert.Equal([StaffRules.AdministratorSeesNobody.Sentence], _system.Errors);
    }

    [Fact]
    public async Task The_security_administrator_does_not_change_his_own_roles()
    {
        var user = await _server.AddUserAsync("anquan", _office, Roles.SecurityAdministrator);
        var security = await _server.SignedInAsync("anquan");

        await security.OpenAsync($"/Administration/EditUser/{user.Id}");
        await security.PressAsync("保存角色", ("安全管理员", null), ("审核员", "on"));

        Assert.Equal([StaffRules.OwnRolesStay.Sentence], security.Errors);
    }

    [Fact]
    public async Task The_table_of_permissions_says_what_the_policies_say()
    {
        await _system.OpenAsync("/Administration/Permissions");

        var rows = _system.Page.QuerySelectorAll("main tbody tr").ToList();
        Assert.Equal(Policies.All.Select(policy => policy.Title), rows.Select(row => row.Children[0].TextContent.Trim()));
        Assert.All(Policies.All.Zip(rows), pair => Assert.Equal(
            Roles.All.Select(role => pair.First.Roles.Contains(role.Name)), pair.Second.Children.Skip(1).Select(cell => cell.TextContent.Trim() == "● 能")));
        Assert.Equal(2, rows.Count(row => row.TextContent.Contains("代管", StringComparison.Ordinal)));
    }

    private static IEnumerable<(string, string?)> On(string[] roles) => roles.Select(role => (role, (string?)"on"));

    private async Task AssignAsync(OfficeBrowser administrator, params (string, string?)[] roles)
    {
        await administrator.OpenAsync($"/Administration/EditUser/{_clerk.Id}");
        await administrator.PressAsync("保存角色", roles);
    }

    private async Task AddAsync(string name, params string[] roles)
    {
        await _system.OpenAsync("/Administration/AddUser");
        await _system.SendAsync([("登录名", name), ("姓名", name), ("初始密码", OfficeServer.Password), ("管辖范围", _office), .. On(roles)]);
    }
}
