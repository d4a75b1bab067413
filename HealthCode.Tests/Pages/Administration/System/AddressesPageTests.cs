using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Administration.System;

/// <summary>管理员电脑.</summary>
public sealed class AddressesPageTests : IAsyncLifetime
{
    private static readonly IPAddress Office = IPAddress.Parse("192.168.1.8");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("192.168.1.99");

    private OfficeServer _server = null!;
    private string _office = "";
    private OfficeBrowser _security = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = (await _server.FirstVillageAsync()).Value;
        _server.From = Office;
        _security = await _server.SignedInUserAsync("anquan", _office, Roles.SecurityAdministrator);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(Roles.SystemAdministrator)]
    [InlineData(Roles.SecurityAdministrator)]
    [InlineData(Roles.AuditAdministrator)]
    public async Task An_administrator_signs_in_at_a_listed_PC_only(string role)
    {
        await _server.AddUserAsync("admin", _office, role);
        await AddAsync("192.168.1.8");
        Assert.Contains("已加进名单", _security.StatusMessage, StringComparison.Ordinal);

        _server.From = Elsewhere;
        Assert.StartsWith("管理员只能在名单里的电脑上登录", Assert.Single((await _server.SignedInAsync("admin")).Errors), StringComparison.Ordinal);
        _server.From = Office;
        Assert.Equal("/", (await _server.SignedInAsync("admin")).Address);
        _server.From = IPAddress.Loopback;
        Assert.Equal("/", (await _server.SignedInAsync("admin")).Address);
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record is { Action: "登录失败", Detail: "不在管理员电脑名单内", Workstation: "192.168.1.99" });
    }

    [Fact]
    public async Task Who_carries_his_sign_in_to_another_PC_is_out()
    {
        await AddAsync("192.168.1.0-20");
        _server.From = Elsewhere;

        await _security.OpenAsync("/Administration");

        Assert.Equal("登录", _security.Title);
        Assert.Contains("这台电脑不在名单里", _security.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clerk_signs_in_anywhere()
    {
        await AddAsync("192.168.1.8");
        _server.From = Elsewhere;

        Assert.Equal("/", (await _server.SignedInUserAsync("luru", _office, Roles.Clerk)).Address);
    }

    [Fact]
    public async Task Nobody_shuts_himself_out()
    {
        await AddAsync("192.168.1.20-30");
        Assert.Equal([StaffRules.OwnPcStays.Sentence + "192.168.1.8。"], _security.Errors);

        await AddAsync("192.168.1.8");
        await AddAsync("192.168.1.20-30");
        await _security.PressAsync("移出192.168.1.8");
        Assert.Equal([StaffRules.OwnPcStays.Sentence + "192.168.1.8。"], _security.Errors);
        Assert.Equal(2, await _server.InDbAsync(db => db.AdministratorPcs.CountAsync()));

        await _security.PressAsync("移出192.168.1.20-192.168.1.30");
        await _security.PressAsync("移出192.168.1.8");
        Assert.Contains("名单空着", _security.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_gets_a_sentence_and_twice_is_once()
    {
        await AddAsync("办公室");
        Assert.Equal([StaffRules.AddressReadable.Sentence], _security.Errors);

        await AddAsync("192.168.1.8");
        await AddAsync(" 192.168.1.8 ");
        Assert.Equal([StaffRules.AddressOnce.Sentence], _security.Errors);
    }

    [Fact]
    public async Task Every_change_of_the_list_is_in_the_audit()
    {
        await AddAsync("192.168.1.8");
        await _security.PressAsync("移出192.168.1.8");

        Assert.Equal(
            ["新建", "删除"],
            await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Subject == "管理员电脑 192.168.1.8" && record.UserName == "anquan").OrderBy(record => record.Id).Select(record => record.Action).ToListAsync()));
    }

    private async Task AddAsync(string range)
    {
        await _security.OpenAsync("/Administration/Addresses");
        await _security.SendAsync(("地址", range), ("哪台电脑", "办公室靠窗那台"));
    }
}
