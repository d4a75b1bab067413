using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Requests;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Venues;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting.Demo;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Hosting;

/// <summary>The invented office shows everything a clerk may meet.</summary>
public sealed class DemoTests
{
    [Fact]
    public void The_demos_guard_has_six_digits_that_the_rules_would_take() =>
        Assert.Null(HealthCode.Web.Security.PinRules.Fault(DemoSetUp.Pin, "zhishou"));

    [Fact]
    public async Task The_demo_has_two_boxes_and_a_correction_that_waits()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.IssueAsync(1);
        await server.InDbAsync(db => db.InOneTransactionAsync(async () => await DemoPapers.FillAsync(db, await db.Offices.SingleAsync(), new(server.Clock))));

        Assert.Equal(["2020-01", "2020-02"], await server.InDbAsync(db => db.PaperBoxes.OrderBy(box => box.Id).Select(box => box.Number).ToListAsync()));
        var waiting = await server.InDbAsync(db => db.Requests.SingleAsync());
        Assert.Equal((RequestKind.Correction, null, 4), (waiting.Kind, waiting.Outcome, waiting.AgeOn(LawfulCase.Today)));
    }

    [Fact]
    public async Task The_demo_has_venues_in_every_state_and_a_door_where_something_is_missing()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        server.Clock.SetTo(new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.FromHours(8)));
        await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync();
            await new DemoOffice(db, new(server.Clock)).FillAsync(office);
            await new DemoVenues(db, new(server.Clock), LawfulCase.Clerk, LawfulCase.Reviewer).FillAsync(office);
            await db.SaveChangesAsync();
            await new DemoOutreach(db, new(server.Clock), LawfulCase.Clerk).FillAsync(office);
            await db.SaveChangesAsync();
            await new DemoRegisters(db, new(server.Clock), LawfulCase.Clerk).FillAsync(office);
        }));

        Assert.InRange((await server.InDbAsync(db => db.Residents.SingleAsync(resident => resident.State == ResidentState.Died))).Person.AgeOn(server.Today), 75, 105);

        // Isolated, isolated until today or longer ago, not isolated.
        Assert.Equal([2, 2, 2], (await server.InDbAsync(db => db.RegisterEntries.ToListAsync())).GroupBy(entry => (entry.Pending, entry.PendingOn <= server.Today)).OrderBy(group => group.Key).Select(group => group.Count()));

        var venues = await server.InDbAsync(db => db.OverviewAsync(db.Venues));
        Assert.Equal([VenueState.AwaitingApproval, VenueState.Approved, VenueState.Declined], venues.Select(each => each.Venue.State).Distinct().Order());
        Assert.Contains(venues, each => each.LastCheck is { IsOpen: true });
        Assert.Contains(venues, each => each.LastCheck is null && each.Venue.State == VenueState.Approved);
    }

    [Fact]
    public async Task The_demo_has_every_state_and_the_people_who_need_care()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        server.Clock.SetTo(new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.FromHours(8)));
        await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync();
            await new DemoOffice(db, new(server.Clock)).FillAsync(office);
            await db.SaveChangesAsync();
            await new DemoOutreach(db, new(server.Clock), LawfulCase.Clerk).FillAsync(office);
        }));

        var declarations = await server.InDbAsync(db => db.Declarations.AsNoTracking().ToListAsync());
        var passes = await server.InDbAsync(db => db.Passes.AsNoTracking().ToListAsync());

        Assert.InRange(declarations.Count, 280, 340);
        Assert.Equal(Enum.GetValues<DeclarationState>(), declarations.Select(each => each.State).Distinct().Order());
        Assert.Equal(Enum.GetValues<PassState>(), passes.Select(each => each.State).Distinct().Order());
        Assert.Contains(passes, pass => !pass.IsLive(new(2026, 11, 20)) && pass.State == PassState.HandedOver);

        var people = declarations.Select(each => each.Content.Person).ToList();
        Assert.Contains(people, person => person.AgeOn(new(2026, 11, 20)) >= 98 && person.Document.Number.StartsWith("6421", StringComparison.Ordinal));
        Assert.Contains(people, person => person.Document.Kind == IdentityDocumentKind.None);
        Assert.Contains(declarations, each => each.Content.Person.Document.Kind == IdentityDocumentKind.HouseholdRegister && each.Content.Guardian is not null);
        Assert.Contains(people, person => person.Name.Value.Contains('·', StringComparison.Ordinal));
        Assert.Contains(people, person => person.Name.Value.EnumerateRunes().Any(rune => !rune.IsBmp));
    }
}
