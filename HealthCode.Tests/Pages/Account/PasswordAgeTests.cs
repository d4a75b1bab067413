using HealthCode.Tests.Support;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Account;

/// <summary>密码用多久，能不能再用.</summary>
public sealed class PasswordAgeTests : IAsyncLifetime
{
    private const string UsedUp = "这个密码最近用过，最近 5 个都不能再用，请换一个。";

    private OfficeServer _server = null!;
    private OfficeUser _clerk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _clerk = await _server.AddUserAsync("luru", (await _server.FirstVillageAsync()).Value, Roles.Clerk);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_last_five_passwords_are_not_taken_again_and_the_sixth_is()
    {
        var clerk = await _server.SignedInAsync("luru");
        var present = OfficeServer.Password;
        for (var i = 1; i <= 4; i++)
        {
            await ChangeAsync(clerk, present, $"Mima-Di-00{i}");
            Assert.Contains("密码已改", clerk.StatusMessage, StringComparison.Ordinal);
            present = $"Mima-Di-00{i}";
        }

        await ChangeAsync(clerk, present, OfficeServer.Password);
        Assert.Equal([UsedUp], clerk.Errors);
        await ChangeAsync(clerk, present, "Mima-Di-005");
        await ChangeAsync(clerk, "Mima-Di-005", OfficeServer.Password);
        Assert.Contains("密码已改", clerk.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_password_counts_with_them()
    {
        var admin = await _server.SignedInUserAsync("admin", _clerk.OfficeScope, Roles.SystemAdministrator);
        await admin.OpenAsync($"/Administration/EditUser/{_clerk.Id}");

        await admin.PressAsync("重设密码", ("新的初始密码", OfficeServer.Password));
        Assert.Equal([UsedUp], admin.Errors);
        await admin.PressAsync("重设密码", ("新的初始密码", "Chongshe-2020"));
        var clerk = await _server.SignedInAsync("luru", "Chongshe-2020");
        await clerk.SendAsync(("原密码", "Chongshe-2020"), ("新密码", OfficeServer.Password), ("再输一次", OfficeServer.Password));

        Assert.Equal([UsedUp], clerk.Errors);
    }

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    public async Task After_ninety_days_it_is_changed_before_anything_else(int days, bool old)
    {
        _server.Clock.Advance(TimeSpan.FromDays(days));
        var clerk = await _server.SignedInAsync("luru");

        Assert.Equal(old ? "/Account/ChangePassword" : "/", clerk.Address);
        if (old)
        {
            Assert.Contains("用了 90 天", clerk.Text, StringComparison.Ordinal);
            Assert.Equal("/Account/ChangePassword", (await clerk.OpenAsync("/Declarations")).Address);
            await clerk.SendAsync(("原密码", OfficeServer.Password), ("新密码", "Xin-Mima-2020"), ("再输一次", "Xin-Mima-2020"));
            Assert.Equal("/Declarations", (await clerk.OpenAsync("/Declarations")).Address);
        }
    }

    [Fact]
    public async Task A_user_from_before_the_rule_has_ninety_days_from_his_next_sign_in()
    {
        await _server.InDbAsync(async db =>
        {
            (await db.Users.SingleAsync()).PasswordChangedAt = null;
            await db.SaveChangesAsync();
        });
        _server.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal("/", (await _server.SignedInAsync("luru")).Address);
        _server.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal("/Account/ChangePassword", (await _server.SignedInAsync("luru")).Address);
    }

    [Fact]
    public async Task No_password_and_no_hash_is_in_the_audit()
    {
        await ChangeAsync(await _server.SignedInAsync("luru"), OfficeServer.Password, "Xin-Mima-2020");

        var hashes = await _server.InDbAsync(db => db.Users.Select(user => user.PasswordHash + "\n" + user.PasswordHistory).SingleAsync());
        var records = await _server.InDbAsync(db => db.AuditRecords.ToListAsync());
        Assert.Contains(records, record => record is { Action: "修改", Subject: "用户 luru", Detail: "密码" });
        Assert.All(hashes.Split('\n').Append("Xin-Mima-2020").Append(OfficeServer.Password), secret =>
            Assert.DoesNotContain(records, record => (record.Subject + record.Detail).Contains(secret, StringComparison.Ordinal)));
    }

    private static async Task ChangeAsync(OfficeBrowser browser, string old, string fresh)
    {
        await browser.OpenAsync("/Account/ChangePassword");
        await browser.SendAsync(("原密码", old), ("新密码", fresh), ("再输一次", fresh));
    }
}
