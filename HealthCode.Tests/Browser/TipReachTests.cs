using HealthCode.Domain.Observations;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Browser;

/// <summary>线索举报 where the province knows the desk: every page seen by axe.</summary>
public sealed class TipReachTests
{
    [Fact]
    public async Task No_page_of_the_desk_has_a_serious_finding()
    {
        await using var server = await TipCase.ServerAsync(onPort: true);
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("paifa", office, Roles.Clerk, Roles.Reviewer);
        var area = await server.AddAreaAsync();
        Dictionary<TipState, long> tips = [];
        foreach (var state in new[] { TipState.Received, TipState.Dispatched, TipState.Visited, TipState.Answered, TipState.Reported })
        {
            tips[state] = await server.AddTipAsync(state);
        }

        await server.InDbAsync(db => db.InOneTransactionAsync(() => Task.FromResult(db.FollowUps.Add(FollowUp.Open(office, null, "纳福贵", FollowUpSource.Tip, "0003", "疑似", LawfulCase.Clerk, server.Now)))));
        await using var browser = await RealBrowser.BeforeAsync(server);
        await browser.SignInAsync("paifa");
        List<string> findings = [];
        foreach (var page in new[] { "/Tips", "/Tips/Create", "/Tips/Areas", "/Tips/Area", $"/Tips/Area/{area}", $"/Tips/Correct/{tips[TipState.Received]}", $"/Tips/Reporter/{tips[TipState.Received]}", "/HealthStatuses/FollowUps" }
                     .Concat(tips.Values.Select(id => $"/Tips/Details/{id}")))
        {
            await browser.OpenAsync(page);
            findings.AddRange((await browser.SeriousAsync()).Select(finding => $"{page}: {finding}"));
        }

        Assert.Empty(findings);
    }
}
