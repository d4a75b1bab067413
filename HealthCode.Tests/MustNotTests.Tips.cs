using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Architecture;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Retention;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests;

public sealed partial class MustNotTests
{
    [Fact]
    public async Task No_card_is_refused_and_no_review_waits_because_of_a_tip()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        var id = await desk.KeyedAsync(server);
        var applicant = (await server.InDbAsync(db => db.Declarations.SingleAsync())).Content.Person.Name;
        // Told of by his very name, suspected at the door, and still to be looked after.
        await server.AddTipAsync(TipState.Reported, TipCase.Clue with { Suspect = applicant }, isSuspected: true);
        await server.InDbAsync(db => db.InOneTransactionAsync(() => Task.FromResult(db.FollowUps.Add(FollowUp.Open(office, null, applicant.Value, FollowUpSource.Tip, "0001", "疑似", LawfulCase.Clerk, server.Now)))));

        await desk.OpenAsync($"/Review/Decide/{id}");
        Assert.DoesNotContain("线索", desk.Text.Replace("线索举报", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await desk.DecideAsync(id, "Refuse", ("Reason", "有人举报他"));
        Assert.Equal(DeclarationState.AwaitingReview, (await server.InDbAsync(db => db.Declarations.SingleAsync())).State);
        await desk.DecideAsync(id, "Approve");
        Assert.Equal(PassState.AwaitingPrint, (await server.InDbAsync(db => db.Passes.SingleAsync())).State);
    }

    [Fact]
    public async Task No_tip_and_no_match_by_name_changes_a_status()
    {
        await using var server = await TipCase.ServerAsync();
        var resident = (await server.AddResidentsAsync(1))[0];
        var person = (await server.InDbAsync(db => db.Residents.SingleAsync())).Person;
        foreach (var (number, belongs) in new[] { ("", false), (person.Document.Number, true) })
        {
            var id = await server.AddTipAsync(TipState.Visited, TipCase.Clue with { Suspect = person.Name });
            var desk = await server.ClerkAsync($"luru{id}");
            await desk.OpenAsync($"/Tips/Details/{id}");
            await desk.PressAsync("记下反馈", ("核查到什么、怎样处理的", "发热在家"), ("有没有疑似的人", "有疑似"), ("疑似的人身份证号码", number));
            var followUp = await server.InDbAsync(db => db.FollowUps.OrderByDescending(each => each.Id).FirstAsync());
            Assert.Equal(belongs ? resident : null, followUp.ResidentId);
        }

        Assert.Equal((0, 0, 0), await server.InDbAsync(async db => (await db.Set<HealthStatus>().CountAsync(), await db.Observations.CountAsync(), await db.CheckIns.CountAsync())));
    }

    [Fact]
    public void Nothing_sends_a_tip_anywhere() => Assert.Empty(TypeReferences.In(typeof(OfficeDb).Assembly).Breaking((from, to) =>
        from.Contains(".Tips.", StringComparison.Ordinal) && (to.StartsWith("System.Net.Http", StringComparison.Ordinal) || to.StartsWith("System.Net.Mail", StringComparison.Ordinal) || to.StartsWith("System.Net.Sockets", StringComparison.Ordinal))));

    [Fact]
    public void No_telephone_is_demanded_of_a_tip_nor_of_who_goes_there()
    {
        Assert.Null(TipCase.At(TipState.Received, reporter: TipCase.Unknown).Reporter.Phone);
        Assert.Null(TipArea.Enter(TipCase.Office(), TipCase.Details() with { Phone = null }, [], LawfulCase.Today).Phone);
    }

    [Fact]
    public async Task Who_told_it_is_in_no_record_of_the_audit()
    {
        await using var server = await TipCase.ServerAsync();
        var desk = await server.DispatcherAsync();
        await desk.OpenAsync("/Tips/Create");
        await desk.SendAsync(("线索还是监督举报", "线索"), ("身体状况", "没有上述"), ("所在地", TipCase.Place), ("举报人姓名", TipCase.ReporterName), ("举报人电话", TipCase.ReporterPhone));
        await desk.OpenAsync($"/Tips/Reporter/{await server.InDbAsync(db => db.Tips.Select(tip => tip.Id).SingleAsync())}");

        var records = await server.InDbAsync(db => db.AuditRecords.ToListAsync());
        Assert.Contains(records, record => record.Action == "看举报人");
        Assert.All(records, record => Assert.DoesNotMatch($"{TipCase.ReporterName}|{TipCase.ReporterPhone}|马家商店", record.Subject + record.Detail));
    }

    [Fact]
    public async Task Nothing_of_a_tip_goes_before_or_stays_after_the_end_plus_30_days()
    {
        await using var server = await TipCase.ServerAsync();
        await server.AddAreaAsync();
        await server.AddTipAsync(TipState.Reported, isSuspected: true);
        var ended = LawfulCase.Today;
        await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync();
            db.FollowUps.Add(FollowUp.Open(office.Code, null, "纳福贵", FollowUpSource.Tip, "0001", "疑似", LawfulCase.Clerk, server.Now));
            office.EndEpidemic(ended, ended);
        }));

        Assert.Equal("1 1 1", await LeftOnAsync(ended.AddDays(30)));
        Assert.Equal("0 0 0", await LeftOnAsync(ended.AddDays(31)));

        async Task<string> LeftOnAsync(DateOnly day)
        {
            server.Clock.SetTo(OfficeClock.StartOf(day));
            await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
            await scope.ServiceProvider.GetRequiredService<RetentionPurge>().DestroyDueAsync();
            return await server.InDbAsync(async db => $"{await db.Tips.CountAsync()} {await db.TipAreas.CountAsync()} {await db.FollowUps.CountAsync()}");
        }
    }
}
