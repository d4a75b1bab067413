using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Retention;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests;

public sealed partial class MustNotTests
{
    [Fact]
    public async Task No_card_is_refused_because_of_a_risk_area()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        var id = await desk.KeyedAsync(server);
        // The very place where the applicant lives.
        var address = (await server.InDbAsync(db => db.Declarations.SingleAsync())).Content.CurrentAddress;
        await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
            db.RiskAreas.Add(RiskArea.Enter(await db.Offices.SingleAsync(), address, "高风险", server.Today.AddDays(-30), null, "样例通报", Clerk, server.Now))));

        await desk.OpenAsync($"/Review/Decide/{id}");
        Assert.Contains(RiskAreaMatcher.Caution, Assert.Single(desk.Page.QuerySelectorAll("[data-risk-area]")).TextContent, StringComparison.Ordinal);
        // The hit is no ground: a refusal without a clause is none, and the approval is given as any other.
        await desk.DecideAsync(id, "Refuse", ("Reason", "住在风险地区"));
        Assert.Equal(DeclarationState.AwaitingReview, (await server.InDbAsync(db => db.Declarations.SingleAsync())).State);
        await desk.DecideAsync(id, "Approve");
        Assert.Equal(PassState.AwaitingPrint, (await server.InDbAsync(db => db.Passes.SingleAsync())).State);
    }

    [Fact]
    public async Task No_card_and_no_review_waits_for_supervision()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        var pass = await desk.ApprovedAsync(server);
        await server.SuperviseAsync(passId: pass);
        server.Clock.SetTo(server.Now.AddDays(5));
        desk = await server.SignedInAsync("yiren");

        // A problem is left, a complaint about this very card is late, nobody has reported.
        Assert.Equal(PassState.AwaitingPrint, (await server.InDbAsync(db => db.Passes.SingleAsync())).State);
        var next = await desk.KeyedAsync(server, [.. Villager.At(3), ("SignedOn", "20200310"), ("TravelOn", "20200311")]);
        await desk.DecideAsync(next, "Approve");
        Assert.Equal(2, await server.InDbAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task No_record_of_supervision_goes_before_or_stays_after_the_end_plus_30_days()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.SuperviseAsync();
        var ended = Today;
        await server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(ended, ended)));

        Assert.Equal("1 1 1 1 1 1 1 1", await LeftOnAsync(ended.AddDays(30)));
        Assert.Equal("0 0 0 0 0 0 0 0", await LeftOnAsync(ended.AddDays(31)));

        async Task<string> LeftOnAsync(DateOnly day)
        {
            server.Clock.SetTo(OfficeClock.StartOf(day));
            await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
            await scope.ServiceProvider.GetRequiredService<RetentionPurge>().DestroyDueAsync();
            return await server.InDbAsync(async db => string.Join(
                ' ', new[]
            {
                await db.SelfChecks.CountAsync(), await db.Inspections.CountAsync(), await db.Complaints.CountAsync(), await db.SupplyItems.CountAsync(), await db.SupplyEntries.CountAsync(),
                await db.Deadlines.CountAsync(), await db.DeadlineReports.CountAsync(), await db.RiskAreas.CountAsync(),
            }));
        }
    }

    [Fact]
    public void No_desk_is_shown_that_the_notices_of_the_province_do_not_know()
    {
        Assert.Equal(["ningxia"], RulePacks.All.Except(SampleProvince.Versions).Where(pack => pack.Supervision.SelfCheck.Count > 0).Select(pack => pack.Code));
        Assert.All(RulePacks.All.Except(SampleProvince.Versions), pack => Assert.Equal(pack.Supervision.SelfCheck.Count > 0, pack.Supervision.SelfCheckCitation is not null));
        Assert.Empty(new SupervisionTerms().SelfCheck);
        // No notice gives hours: the office's own are in no pack.
        Assert.DoesNotContain(typeof(SupervisionTerms).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(SupervisionTerms).Namespace).SelectMany(type => type.GetProperties()), property => property.Name.Contains("Hours", StringComparison.Ordinal));
    }
}
