using System.Net;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Pages.Tips;

/// <summary>线索举报 in every province: where the notices know the desk it is in the menu and every page opens; elsewhere there is none, nor a report of it.</summary>
public sealed class EveryProvinceTests
{
    public static TheoryData<string> Provinces => ["hainan", "hebei", "national", "ningxia"];

    [Theory]
    [MemberData(nameof(Provinces))]
    public async Task Every_page_opens_or_none_is_there(string province)
    {
        var pack = RulePacks.InForce(province, LawfulCase.Today);
        await using var server = await OfficeServer.WithOfficeAsync(pack: pack);
        var (area, id) = (await server.AddAreaAsync(), await server.AddTipAsync(TipState.Dispatched));
        var desk = await server.DispatcherAsync();
        var isKnown = pack.Tips is not null;
        Assert.Equal(province == "hainan", isKnown);
        foreach (var page in new[] { "", "/Create", $"/Details/{id}", $"/Reporter/{id}", "/Areas", "/Area", $"/Area/{area}" })
        {
            Assert.Equal((page, isKnown ? HttpStatusCode.OK : HttpStatusCode.NotFound), (page, (await desk.OpenAsync("/Tips" + page)).Status));
        }

        foreach (var paper in new[] { $"/Tips/Slip/{id}", "/Tips/Form" })
        {
            using var answer = await desk.Http.GetAsync(paper);
            Assert.Equal((paper, isKnown ? HttpStatusCode.OK : HttpStatusCode.NotFound), (paper, answer.StatusCode));
        }

        Assert.Equal(isKnown, (await desk.OpenAsync("/")).Page.QuerySelector("nav a[href='/Tips']") is not null);
        await desk.OpenAsync("/Reports");
        Assert.Equal((isKnown, isKnown), (desk.Text.Contains("线索举报台账", StringComparison.Ordinal), desk.Text.Contains("线索办理情况", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, (await desk.OpenAsync("/HealthStatuses/FollowUps")).Status);
        Assert.Contains("没有人等着随访。", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_about_nothing_is_not_there()
    {
        await using var server = await TipCase.ServerAsync();
        var id = await server.AddTipAsync();
        var desk = await server.DispatcherAsync();
        // Nobody was sent yet, so there is no slip to carry.
        foreach (var page in new[] { $"/Slip/{id}", "/Slip/99", "/Details/99", "/Correct/99", "/Reporter/99", "/Area/99" })
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await desk.OpenAsync("/Tips" + page)).Status));
        }
    }
}
