using System.Globalization;
using HealthCode.Tests.Support;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Administration.Users;

/// <summary>值守员: one role, one checkpoint, six digits.</summary>
public sealed class GuardAccountTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";
    private long _gate;
    private OfficeBrowser _administrator = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = (await _server.FirstVillageAsync()).Value;
        _gate = (await _server.AddCheckpointAsync(_office)).Id;
        _administrator = await _server.SignedInUserAsync("admin", _office, Roles.SystemAdministrator);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_guard_gets_six_digits_from_the_administrator_and_changes_them_before_he_stands_at_his_gate()
    {
        await AddAsync(OfficeServer.Pin, _gate, "值守员");
        Assert.Contains("已添加", _administrator.StatusMessage, StringComparison.Ordinal);

        var guard = await _server.SignedInAsync("守卫", OfficeServer.Pin);
        Assert.Equal("/Account/ChangePassword", guard.Address);
        Assert.Equal("/Account/ChangePassword", (await guard.OpenAsync("/Verification/Check")).Address);
        Assert.Contains("6 位数字", guard.Text, StringComparison.Ordinal);
        await guard.SendAsync(("原密码", OfficeServer.Pin), ("新密码", "602914"), ("再输一次", "602914"));

        Assert.Equal("/Verification/Check", guard.Address);
        Assert.Contains("密码已改", guard.StatusMessage, StringComparison.Ordinal);
        Assert.Contains("村口卡点", guard.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ceshi-2020!", "值守员的密码是 6 位数字。")]
    [InlineData("123456", "6 位数字不能是连着的，例如 123456、654321。")]
    [InlineData("111111", "6 位数字不能都一样。")]
    public async Task A_guards_initial_password_keeps_the_rules_of_a_PIN(string password, string sentence)
    {
        await AddAsync(password, _gate, "值守员");

        Assert.Equal([sentence], _administrator.Errors);
        Assert.Equal(1, await _server.InDbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Nobody_else_is_opened_with_six_digits_even_if_a_checkpoint_was_chosen()
    {
        await AddAsync(OfficeServer.Pin, _gate, "录入员");
        Assert.Equal(["密码太短：至少 10 位。"], _administrator.Errors);

        await AddAsync(OfficeServer.Password, _gate, "录入员");
        Assert.Null((await UserAsync()).CheckpointId);
    }

    [Theory]
    [InlineData("录入员")]
    [InlineData("审核员")]
    [InlineData("系统管理员")]
    [InlineData("印章保管人")]
    public async Task A_guard_does_nothing_else(string role)
    {
        await AddAsync(OfficeServer.Pin, _gate, "值守员", role);

        Assert.Equal([StaffRules.GuardDoesNothingElse.Sentence], _administrator.Errors);
        Assert.Equal(_gate.ToString(CultureInfo.InvariantCulture), ((AngleSharp.Html.Dom.IHtmlSelectElement)_administrator.Field("关口")).Value);
    }

    [Fact]
    public async Task A_guard_is_sent_to_an_open_checkpoint_of_his_own_office()
    {
        await AddAsync(OfficeServer.Pin, null, "值守员");
        Assert.Equal([StaffRules.GuardHasCheckpoint.Sentence], _administrator.Errors);

        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var theirs = await _server.AddCheckpointAsync(other.Code, "别村卡点");
        await AddAsync(OfficeServer.Pin, theirs.Id, "值守员");
        Assert.Equal([StaffRules.GuardHasCheckpoint.Sentence], _administrator.Errors);

        await _administrator.OpenAsync("/Administration/AddUser");
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Checkpoints.SingleAsync(gate => gate.Id == _gate)).Close()));
        await SendAsync(OfficeServer.Pin, _gate, "值守员");
        Assert.Equal([StaffRules.GuardHasCheckpoint.Sentence], _administrator.Errors);
        Assert.DoesNotContain("村口卡点", _administrator.Field("关口").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guard_belongs_to_one_office()
    {
        await _administrator.OpenAsync("/Administration/AddUser");
        await _administrator.SendAsync(
            ("登录名", "守卫"), ("姓名", "守卫"), ("初始密码", OfficeServer.Pin), ("管辖范围", _office[..9]), ("值守员", "on"), ("关口", $"{_gate}"));

        Assert.Equal([StaffRules.ScopeFitsRoles.Sentence], _administrator.Errors);
    }

    [Fact]
    public async Task Who_becomes_a_guard_or_is_one_no_longer_gets_a_new_password_of_the_right_kind()
    {
        var clerk = await _server.AddUserAsync("luru", _office, Roles.Clerk);
        await _administrator.OpenAsync($"/Administration/EditUser/{clerk.Id}");
        await _administrator.PressAsync("保存角色", ("录入员", null), ("值守员", "on"), ("关口", $"{_gate}"));
        Assert.Equal([StaffRules.GuardPasswordRenewed.Sentence], _administrator.Errors);
        await _administrator.PressAsync("保存角色", ("初始密码", OfficeServer.Password));
        Assert.Equal(["值守员的密码是 6 位数字。"], _administrator.Errors);
        Assert.Equal("/", (await _server.SignedInAsync("luru")).Address);

        await _administrator.PressAsync("保存角色", ("初始密码", OfficeServer.Pin));
        Assert.Equal("/Account/ChangePassword", (await _server.SignedInAsync("luru", OfficeServer.Pin)).Address);

        await _administrator.OpenAsync($"/Administration/EditUser/{clerk.Id}");
        await _administrator.PressAsync("保存角色", ("录入员", "on"), ("值守员", null));
        Assert.Equal([StaffRules.GuardPasswordRenewed.Sentence], _administrator.Errors);
        await _administrator.PressAsync("保存角色", ("初始密码", "602914"));
        Assert.Equal(["密码太短：至少 10 位。"], _administrator.Errors);
        await _administrator.PressAsync("保存角色", ("初始密码", "Chongshe-2020"));
        Assert.Equal("/Account/ChangePassword", (await _server.SignedInAsync("luru", "Chongshe-2020")).Address);
        Assert.NotEmpty((await _server.SignedInAsync("luru", OfficeServer.Pin)).Errors);
        Assert.Null((await UserAsync("luru")).CheckpointId);
    }

    [Fact]
    public async Task A_guard_is_sent_to_another_gate_and_his_PIN_stays()
    {
        var guard = await _server.SignedInGuardAsync("守卫", at: _gate);
        var station = await _server.AddCheckpointAsync(_office, "汽车站");

        await _administrator.OpenAsync($"/Administration/EditUser/{(await UserAsync()).Id}");
        await _administrator.PressAsync("保存角色", ("关口", $"{station.Id}"));
        Assert.Contains("角色已保存", _administrator.StatusMessage, StringComparison.Ordinal);
        _server.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.StartsWith("/Account/Login", (await guard.OpenAsync("/")).Address, StringComparison.Ordinal);
        Assert.Contains("汽车站", (await _server.SignedInAsync("守卫", OfficeServer.Pin)).Text, StringComparison.Ordinal);
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Subject == "用户 守卫" && record.Detail.Contains("关口", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reset_gives_a_guard_six_digits_again_which_he_must_change()
    {
        await _server.SignedInGuardAsync("守卫", at: _gate);
        await _administrator.OpenAsync($"/Administration/EditUser/{(await UserAsync()).Id}");

        await _administrator.PressAsync("重设密码", ("新的初始密码", "Chongshe-2020"));
        Assert.Equal(["值守员的密码是 6 位数字。"], _administrator.Errors);
        await _administrator.PressAsync("重设密码", ("新的初始密码", "602914"));

        Assert.Equal("/Account/ChangePassword", (await _server.SignedInAsync("守卫", "602914")).Address);
    }

    private Task<OfficeUser> UserAsync(string name = "守卫") => _server.InDbAsync(db => db.Users.SingleAsync(user => user.UserName == name));

    private async Task AddAsync(string password, long? gate, params string[] roles)
    {
        await _administrator.OpenAsync("/Administration/AddUser");
        await SendAsync(password, gate, roles);
    }

    private Task<OfficeBrowser> SendAsync(string password, long? gate, params string[] roles) => _administrator.SendAsync(
        [("登录名", "守卫"), ("姓名", "守卫"), ("初始密码", password), ("管辖范围", _office), ("关口", gate is null ? "不是值守员" : $"{gate}"), .. roles.Select(role => (role, (string?)"on"))]);
}
