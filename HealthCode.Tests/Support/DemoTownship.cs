using HealthCode.Domain.Checkpoints;
using HealthCode.Web.Hosting.Demo;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>Fixture: the demo's village, a neighbouring office with data of its own, and a third one without data.</summary>
public sealed class DemoTownship : IAsyncLifetime
{
    /// <summary>Name of the xUnit collection.</summary>
    public const string Name = "demo township";

    public DemoVillage Village { get; } = new();

    /// <summary>The last 30 days, of all offices.</summary>
    public ReportScope Month => Village.Month with { OfficeCode = null };

    public async Task InitializeAsync()
    {
        await Village.InitializeAsync();
        var server = Village.Server;
        foreach (var neighbour in (int[])[1, 2])
        {
            await server.AddOfficeAsync(await server.FirstVillageAsync(neighbour));
        }

        var gate = await server.AddCheckpointAsync(Village.Code);
        await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var offices = await db.Offices.OrderBy(office => office.Code).ToListAsync();
            offices[0].CountResidents(2_000);
            offices[1].CountResidents(333);
            await new DemoOffice(db, new(server.Clock), seed: 30).FillAsync(offices[1], 60);
            var tally = GateTally.Of(gate, DateOnly.FromDateTime(DemoVillage.Now.DateTime), 9);
            tally.Add();
            tally.Add();
            db.GateTallies.Add(tally);
        }));
    }

    public Task DisposeAsync() => Village.DisposeAsync();
}

[CollectionDefinition(DemoTownship.Name)]
public sealed class DemoTownshipDefinition : ICollectionFixture<DemoTownship>;
