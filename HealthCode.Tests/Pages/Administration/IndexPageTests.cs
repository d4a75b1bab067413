using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Administration;

/// <summary>管理: three groups of plain names, each entry only for who may open it.</summary>
public sealed class IndexPageTests
{
    [Fact]
    public async Task Entries_have_names_and_a_sentence_in_three_groups()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("anquan", office, Roles.SecurityAdministrator);
        await server.AddUserAsync("shenji", office, Roles.AuditAdministrator);
        var administrator = await server.SignedInUserAsync("guanli", office, Roles.SystemAdministrator);

        await administrator.OpenAsync("/Administration");

        Assert.Equal(["日常", "安全", "备份"], administrator.Page.QuerySelectorAll("main h2").Select(group => group.TextContent));
        Assert.Equal(
            ["用户", "村居", "区划名单", "定时工作", "连接别的电脑", "电脑时间", "权限表", "签发密钥", "数据密钥", "备份"],
            administrator.Page.QuerySelectorAll("a.tile strong").Select(name => name.TextContent));
        Assert.All(administrator.Page.QuerySelectorAll("a.tile"), entry => Assert.EndsWith("。", entry.TextContent.Trim(), StringComparison.Ordinal));

        var security = await server.SignedInAsync("anquan");
        await security.OpenAsync("/Administration");
        Assert.Equal(["用户", "权限表", "管理员电脑"], security.Page.QuerySelectorAll("a.tile strong").Select(name => name.TextContent));
    }
}
