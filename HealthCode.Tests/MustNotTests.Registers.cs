using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
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
    public async Task No_register_refuses_a_card_and_no_name_alone_changes_a_status()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        var id = await desk.KeyedAsync(server);
        var applicant = (await server.InDbAsync(db => db.Declarations.SingleAsync())).Content.Person;
        // He came back yesterday and is isolated; a namesake of the roster has another number.
        await server.AddResidentsAsync(1);
        await desk.KeyAsync(RegisterKind.Returnees, null, (RegisterField.Name, applicant.Name.Value), (RegisterField.DocumentNumber, applicant.Document.Number), (RegisterField.ArrivedOn, "3.4"), (RegisterField.IsolationFrom, "3.4"));
        await desk.KeyAsync(RegisterKind.Returnees, null, (RegisterField.Name, RegisterCase.Name(0)), (RegisterField.Address, "样例村1号"), (RegisterField.ArrivedOn, "3.4"), (RegisterField.IsolationFrom, "3.4"));
        Assert.Empty(desk.Errors);

        Assert.Equal((2, 0, 0), (await server.InDbAsync(db => db.RegisterEntries.CountAsync()), await server.InDbAsync(db => db.HealthStatuses.CountAsync()), await server.InDbAsync(db => db.Observations.CountAsync())));
        await desk.OpenAsync($"/Review/Decide/{id}");
        Assert.Contains("返宁登记第 1 号：3月4日返宁，隔离2020年3月4日起，到今天 1 天，还差 13 天", desk.Text, StringComparison.Ordinal);
        await desk.DecideAsync(id, "Refuse", ("Reason", "返宁登记里有他"));
        Assert.Equal(DeclarationState.AwaitingReview, (await server.InDbAsync(db => db.Declarations.SingleAsync())).State);
        await desk.DecideAsync(id, "Approve");
        Assert.Equal(PassState.AwaitingPrint, (await server.InDbAsync(db => db.Passes.SingleAsync())).State);
    }

    [Fact]
    public void No_register_and_no_item_that_the_notices_do_not_ask_for()
    {
        Assert.Equal([("hainan", 4), ("ningxia", 1)], RulePacks.All.Except(SampleProvince.Versions).Where(pack => pack.Registers.Count > 0).Select(pack => (pack.Code, pack.Registers.Count)).Order());
        // 宁夏: who he is, the day of arrival, the isolation.
        Assert.Equal(
            [RegisterField.Name, RegisterField.DocumentNumber, RegisterField.Address, RegisterField.ArrivedOn, RegisterField.IsolationFrom, RegisterField.IsolationTo],
            Ningxia.Pack.Register(RegisterKind.Returnees)!.Items.Select(item => item.Field));
        // 核酸 and 疫苗 stand in a list of scenes only, and nobody is called by a message.
        Assert.DoesNotContain(RulePacks.All.SelectMany(pack => pack.Registers).SelectMany(form => form.Items), item => item.Label.Contains("核酸", StringComparison.Ordinal) || item.Label.Contains("疫苗", StringComparison.Ordinal)
            || item.Label.Contains("短信", StringComparison.Ordinal) || (item.Field is RegisterField.Phone or RegisterField.PatientPhone && item.IsNeeded));
    }

    [Fact]
    public async Task No_register_goes_before_or_stays_after_the_end_plus_30_days()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var clerk = await server.ClerkAsync();
        foreach (var kind in Enum.GetValues<RegisterKind>())
        {
            var facility = kind == RegisterKind.Returnees ? (long?)null : await server.AddFacilityAsync(kind);
            await server.KeyedAsync(clerk, kind, facility, 0, (RegisterField.Origin, "1"), (RegisterField.ExpectedOn, "3.6"), (RegisterField.Temperature, "36.8"), (RegisterField.Drugs, "退热贴 1"));
        }

        var ended = Today;
        await server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(ended, ended)));

        Assert.Equal((4, 3, true), await LeftOnAsync(ended.AddDays(30)));
        Assert.Equal((0, 0, false), await LeftOnAsync(ended.AddDays(31)));

        async Task<(int Entries, int Facilities, bool Keys)> LeftOnAsync(DateOnly day)
        {
            server.Clock.SetTo(OfficeClock.StartOf(day));
            await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
            await scope.ServiceProvider.GetRequiredService<RetentionPurge>().DestroyDueAsync();
            return await server.InDbAsync(async db => (await db.RegisterEntries.CountAsync(), await db.Facilities.CountAsync(), await db.RegisterKeys.AnyAsync()));
        }
    }
}
