using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Architecture;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests;

public sealed partial class MustNotTests
{
    [Fact]
    public async Task No_card_is_refused_because_of_a_colour_or_a_record()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        var id = await desk.KeyedAsync(server);
        await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var declaration = await db.Declarations.SingleAsync();
            var resident = db.Residents.Add(Resident.Enter(await db.Offices.SingleAsync(), new() { Person = declaration.Content.Person }, server.Today)).Entity;
            await db.SaveChangesAsync();
            var status = db.HealthStatuses.Add(HealthStatus.Of(resident)).Entity;
            status.Note(new NotedGround(HealthGround.Case, server.Today, null, "县疾控中心", Clerk, server.Now), Ningxia.Pack, server.Today);
            status.Note(new OfficialResult(HealthCodeResult.Red, OfficialSource.Platform, server.Now, Clerk, "本人"), Ningxia.Pack, server.Now);
            db.Observations.Add(Observation.Start(resident, ObservationPlace.Home, server.Today, new() { Ground = HealthGround.Case }, [], Ningxia.Pack, Clerk, server.Now));
        }));

        await desk.OpenAsync($"/Review/Decide/{id}");
        Assert.Contains("本村的记录：医学观察", desk.Text, StringComparison.Ordinal);
        await desk.DecideAsync(id, "Approve");

        Assert.Equal(PassState.AwaitingPrint, (await server.InDbAsync(db => db.Passes.SingleAsync())).State);
    }

    [Fact]
    public void No_check_in_is_asked_of_who_has_only_the_card()
    {
        var person = HealthStatus.Of(Resident.Enter(Office(), new() { Person = Applicant }, Today));

        Assert.All(Enumerable.Range(0, 100).Select(Today.AddDays), day =>
            Assert.Null(DueCheckIn.Of(person, DerivedStatus.Of(Pack.HealthCode, person.Facts([]), day), null, Pack.HealthCode, day)));
    }

    [Fact]
    public void No_derived_status_reaches_a_print_a_code_a_gate_or_a_review()
    {
        string[] allowed = ["HealthCode.Web.HealthStatuses.", "HealthCode.Web.Pages.HealthStatuses."];
        var web = TypeReferences.In(typeof(OfficeDb).Assembly);
        var domain = TypeReferences.In(typeof(DerivedStatus).Assembly);

        Assert.Empty(web.Breaking((from, to) => to == typeof(DerivedStatus).FullName && !allowed.Any(folder => from.StartsWith(folder, StringComparison.Ordinal)) && !from.Contains("Views_", StringComparison.Ordinal) && !from.Contains("AspNetCoreGeneratedDocument", StringComparison.Ordinal)));
        Assert.Empty(domain.Breaking((from, to) => to == typeof(DerivedStatus).FullName && !from.StartsWith("HealthCode.Domain.HealthStatuses.", StringComparison.Ordinal)));
        Assert.Contains(web.All, each => each.To == typeof(DerivedStatus).FullName);
    }

    [Fact]
    public void No_question_more_than_the_form_has()
    {
        Assert.Equal((true, 0, 0, false), (Ningxia.Pack.HealthCode.CheckIn.AsksTemperature, Ningxia.Pack.HealthCode.CheckIn.Symptoms.Count, Ningxia.Pack.HealthCode.CheckIn.Exposures.Count, Ningxia.Pack.HealthCode.CheckIn.AsksNeeds));
        Assert.Equal(CheckInForm.OwnWordsAlone, Hebei.Pack.HealthCode.CheckIn);
        Assert.Equal(["contact-14"], RulePacks.All.Except(SampleProvince.Versions).SelectMany(pack => pack.HealthCode.CheckIn.Exposures).Where(question => question.AllowsUncertain).Select(question => question.Code));
    }
}
