using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Encryption;
using HealthCode.Web.Jobs;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>换数据密钥: a new key, every row under it, the old one gone; by itself after a year, or when the administrator wants it.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private const string Address = "/Administration/DataKeys";
    private OfficeServer _server = null!;

    private DataKeyStore Box => _server.Services.GetRequiredService<DataKeyStore>();

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(ownKeys: true);
        await _server.IssueAsync(30);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_administrator_changes_the_key_and_everything_is_found_as_before()
    {
        var administrator = await AdministratorAsync();
        await administrator.OpenAsync("/Administration");
        Assert.NotNull(administrator.Page.QuerySelector($".tile[href='{Address}']"));
        await administrator.OpenAsync(Address);
        var first = Box.Keys.Set.Current.Number;
        Assert.Contains(first.ToString("x8", null), administrator.Text, StringComparison.Ordinal);
        Assert.Equal([first], await _server.KeysInUseAsync());

        await administrator.PressAsync("换一把新密钥");

        Assert.StartsWith("已经启用新密钥", administrator.StatusMessage, StringComparison.Ordinal);
        await DoneAsync();
        var second = Assert.Single(Box.Keys.Set.Keys).Number;
        Assert.NotEqual(first, second);
        Assert.Equal([second], await _server.KeysInUseAsync());
        Assert.Equal(30, (await _server.InDbAsync(db => db.Passes.ToListAsync())).Count(pass => pass.ResidenceAddress.Contains("样例村", StringComparison.Ordinal)));
        var number = (await _server.InDbAsync(db => db.Passes.OrderBy(pass => pass.Id).FirstAsync())).Holder.Document.Number;
        Assert.Single(await _server.InDbAsync(db => db.Passes.Where(pass => pass.PersonKey == "18:" + number).ToListAsync()));
        Assert.Equal(
            [("换数据密钥", "admin"), ("删去旧数据密钥", "")],
            (await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Subject == "数据密钥").OrderBy(record => record.Id).ToListAsync())).Select(record => (record.Action, record.UserName)));
    }

    [Fact]
    public async Task What_a_power_cut_interrupted_is_gone_on_with_at_the_next_start()
    {
        await AddAsync();
        Assert.Equal(2, Box.Keys.Set.Keys.Count);

        _server = await _server.RestartAsync();

        await DoneAsync();
        Assert.Equal([Assert.Single(Box.Keys.Set.Keys).Number], await _server.KeysInUseAsync());
    }

    [Fact]
    public async Task A_second_change_waits_for_the_first()
    {
        await AddAsync();
        var administrator = await AdministratorAsync();
        await administrator.OpenAsync(Address);
        Assert.Contains("换完就删", administrator.Text, StringComparison.Ordinal);

        await administrator.PressAsync("换一把新密钥");

        Assert.Contains(DataKeyRules.OneAtATime.Sentence, administrator.Text, StringComparison.Ordinal);
        Assert.Equal(2, Box.Keys.Set.Keys.Count);
    }

    [Fact]
    public async Task A_row_that_does_not_open_keeps_the_old_key_until_it_is_mended()
    {
        await _server.ExecuteAsync("UPDATE Passes SET EndReason = CollectedBy WHERE Id = 3");
        var administrator = await AdministratorAsync();
        await administrator.OpenAsync(Address);
        await administrator.PressAsync("换一把新密钥");
        await StoppedAsync();

        await administrator.OpenAsync(Address);

        Assert.Contains("Passes 3 EndReason", administrator.Text, StringComparison.Ordinal);
        Assert.Equal(2, Box.Keys.Set.Keys.Count);
        var closed = Convert.ToHexString(Box.Keys.Encrypt("", "Passes.EndReason"));
#pragma warning disable EF1002 // Made here.
        await _server.ExecuteAsync($"UPDATE Passes SET EndReason = x'{closed}' WHERE Id = 3");
#pragma warning restore EF1002
        await administrator.PressAsync("接着做");
        await DoneAsync();
        Assert.Single(Box.Keys.Set.Keys);
    }

    [Theory]
    [InlineData("2021-03-04 09:00", "不用换：2020年3月5日启用，2021年3月5日换新。", false)]
    [InlineData("2021-03-05 09:00", "已满一年，换了新密钥", true)]
    public async Task After_a_year_it_changes_by_itself(string now, string result, bool changes)
    {
        var first = Box.Keys.Set.Current.Number;

        await _server.DoDueAsync(now, "data-keys");

        Assert.StartsWith(result, Assert.Single(await _server.RunsAsync()).Result, StringComparison.Ordinal);
        await DoneAsync();
        Assert.Equal(changes, first != Box.Keys.Set.Current.Number);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_changes_it()
    {
        var clerk = await _server.SignedInUserAsync("luru", (await _server.FirstVillageAsync()).Value, Roles.Clerk, Roles.Reviewer);

        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync(Address)).Status);
    }

    private Task<OfficeBrowser> AdministratorAsync() => AtAsync("admin");

    private async Task<OfficeBrowser> AtAsync(string userName) => await _server.SignedInUserAsync(userName, (await _server.FirstVillageAsync()).Value, Roles.SystemAdministrator);

    private Task AddAsync() => _server.InDbAsync(db => db.InOneTransactionAsync(() =>
    {
        Box.Add();
        return Task.CompletedTask;
    }));

    private Task DoneAsync() => Eventually.TrueAsync(() => Box.Keys.Set.Keys.Count == 1);

    private async Task StoppedAsync()
    {
        var rotation = _server.Services.GetRequiredService<KeyRotationJob>();
        await Eventually.TrueAsync(() => rotation.Progress is null && rotation.Fault is not null);
    }
}
