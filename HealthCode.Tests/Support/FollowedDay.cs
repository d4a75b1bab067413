using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>Fixture: 5 March 2020 in a followed village and its neighbour, created once for all tests that only read it.</summary>
/// <remarks>
/// Residents by index: 0 observed, asked by telephone and by his family; 1 observed in a quarantine site, not found; 2 a contact, asked at the door, not normal;
/// 3 kept up, not asked; 4 kept up, came to the desk before the list was made; 5 released today; 6 released yesterday and no longer followed.
/// </remarks>
public sealed class FollowedDay : IAsyncLifetime
{
    /// <summary>Name of the xUnit collection.</summary>
    public const string Name = "followed day";

    public OfficeServer Server { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public string Neighbour { get; private set; } = "";

    /// <summary>Today in the village, masked.</summary>
    public ReportScope Today => On(Server.Today);

    /// <summary>Everybody's names.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Server = await OfficeServer.WithOfficeAsync();
        Code = await Server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        var ids = await Server.AddResidentsAsync(7);
        await Server.ObserveAsync(ids[0], HealthGround.Returnee, 3);
        await StartAsync(ids[1], ObservationPlace.Central, new() { Ground = HealthGround.CloseContact, Institution = "永宁县隔离点" }, 5, null);
        await Server.NoteAsync(ids[2], HealthGround.CloseContact, 4);
        await Server.KeepUpAsync(ids[3], 5);
        await Server.KeepUpAsync(ids[4], 1);
        await StartAsync(ids[5], ObservationPlace.Home, new() { Ground = HealthGround.Returnee }, 20, new(Server.Today));
        await StartAsync(ids[6], ObservationPlace.Home, new() { Ground = HealthGround.CloseContact }, 20, new(Server.Today.AddDays(-1), ToldBy: "县疾控中心马医生"));
        await Server.CheckInAsync(ids[4], CheckInChannel.Desk, Answers("36.4", true));
        await Server.InDbAsync(async db => await db.DueRowsAsync(await db.Offices.SingleAsync(), Server.Today));
        await Server.CheckInAsync(ids[0], CheckInChannel.Phone, Answers("36.5", true));
        await Server.CheckInAsync(ids[0], CheckInChannel.Family, Answers("36.6", true) with { ReportedBy = "马建国" });
        await Server.CheckInAsync(ids[2], CheckInChannel.Door, Answers("37.9", false));
        await VisitAsync(ids[1], VisitOutcome.Reached, "", "2020-03-05 07:30");
        await VisitAsync(ids[1], VisitOutcome.NotAtHome, "下午找马建国问", "2020-03-05 08:30");
        await Server.SeeAsync(ids[0], HealthCodeResult.Yellow, "2020-03-05 08:30");
        await Server.SeeAsync(ids[0], HealthCodeResult.Green, "2020-03-01 10:00", OfficialSource.ShownByFamily);
        await Server.SeeAsync(ids[2], HealthCodeResult.Green, "2020-03-04 23:59", OfficialSource.ToldByPhone);
        await Server.SeeAsync(ids[4], HealthCodeResult.Green, "2020-03-05 00:00");
        Names = await Server.InDbAsync(async db => (await db.Residents.ToListAsync()).ConvertAll(resident => resident.Person.Name.Value));
        Neighbour = (await Server.AddOfficeAsync(await Server.FirstVillageAsync(1))).Code;
        await Server.FollowedAsync(Neighbour);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>A day in the village, masked.</summary>
    public ReportScope On(DateOnly day) => new(day, day, Server.Now) { OfficeCode = Code };

    /// <summary>A user of the neighbouring village's township.</summary>
    public CurrentUser NeighboursTownship => new UserOf(Neighbour[..9]);

    /// <summary>Runs an SQL query for one figure, independently of the report's code.</summary>
    public Task<long> CountAsync(string sql) => Server.InDbAsync(async db =>
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync();
        command.CommandText = TestDatabase.Sql(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    });

    private static CheckInContent Answers(string celsius, bool foundNormal) => new() { Temperature = LawfulCase.Measured(celsius).Temperature, FoundNormal = foundNormal };

    private Task StartAsync(long residentId, ObservationPlace place, ObservationDetails details, int daysAgo, ObservationEnd? end) => Server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var resident = await db.Residents.SingleAsync(each => each.Id == residentId);
        var observation = db.Observations.Add(Observation.Start(resident, place, Server.Today.AddDays(-daysAgo), details, [], Ningxia.Pack, LawfulCase.Clerk, Server.Now)).Entity;
        if (end is not null)
        {
            observation.Finish(end, Server.Today);
        }
    }));

    private Task VisitAsync(long residentId, VisitOutcome outcome, string nextStep, string at) => Server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        db.Visits.Add(FollowUpVisit.Note(await db.Residents.SingleAsync(each => each.Id == residentId), outcome, nextStep, JobRuns.At(at), LawfulCase.Clerk, Server.Now));
    }));
}

[CollectionDefinition(FollowedDay.Name)]
public sealed class FollowedDayDefinition : ICollectionFixture<FollowedDay>;
