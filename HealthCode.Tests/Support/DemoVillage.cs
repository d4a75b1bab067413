using HealthCode.Web.Hosting.Demo;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>Fixture: the demo's village on 20 November 2026, created once for all tests that only read it.</summary>
public sealed class DemoVillage : IAsyncLifetime
{
    /// <summary>Name of the xUnit collection.</summary>
    public const string Name = "demo village";

    public static readonly DateTimeOffset Now = new(2026, 11, 20, 15, 0, 0, TimeSpan.FromHours(8));

    public OfficeServer Server { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public string Township => Code[..9];

    public async Task InitializeAsync()
    {
        Server = await OfficeServer.WithOfficeAsync();
        Server.Clock.SetTo(Now);
        Code = await Server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync();
            await new DemoOffice(db, new(Server.Clock)).FillAsync(office);
            return office.Code;
        }));
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>The last 30 days of this office, masked.</summary>
    public ReportScope Month => new(DateOnly.FromDateTime(Now.DateTime).AddDays(-30), DateOnly.FromDateTime(Now.DateTime), Now) { OfficeCode = Code };

    /// <summary>Writes the report as a workbook and reads it back.</summary>
    public Task<Spreadsheet> DrawAsync(Report report, ReportScope scope) => Server.InDbAsync(async db =>
    {
        using var file = new MemoryStream();
        await ReportWorkbook.WriteAsync(report, await report.TableAsync(db, scope), scope, new("样例村村民委员会", Now, "王秀兰", "0951-1234567", LawfulCase.Pack), file);
        file.Position = 0;
        return Spreadsheet.Open(file);
    });

    /// <summary>Runs an SQL query for one figure, independently of the report's code.</summary>
    public Task<long> CountAsync(string sql) => Server.InDbAsync(async db =>
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = await Server.PrepareAsync(db, sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    });
}

[CollectionDefinition(DemoVillage.Name)]
public sealed class DemoVillageDefinition : ICollectionFixture<DemoVillage>;
