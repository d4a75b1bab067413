using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Hosting.Demo;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Hosting;

/// <summary>The invented office has something at every desk of supervision that its province knows, at whatever hour it is made.</summary>
public sealed class DemoSupervisionTests
{
    [Theory]
    [InlineData("ningxia", "2026-11-20T15:00")]
    [InlineData("ningxia", "2026-11-20T00:10")]
    [InlineData("ningxia", "2026-11-20T23:50")]
    [InlineData("hebei", "2026-11-20T15:00")]
    [InlineData("hainan", "2026-11-20T15:00")]
    [InlineData("national", "2026-12-21T15:00")]
    public async Task Every_desk_looks_alive(string province, string at)
    {
        var pack = RulePacks.InForce(province, new(2026, 11, 20));
        await using var server = await OfficeServer.WithOfficeAsync(pack: pack);
        server.Clock.SetTo(new(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)));

        await server.InDbAsync(db => db.InOneTransactionAsync(async () => await new DemoSupervision(db, new(server.Clock), LawfulCase.Clerk).FillAsync(await db.Offices.SingleAsync())));

        var terms = pack.Supervision;
        Assert.Equal(
            (terms.SelfCheck.Count > 0 ? 1 : 0, terms.Inspections.Count, terms.Recognition is null ? 0 : 3, terms.Supplies.Count, 2, 4),
            await server.InDbAsync(async db => (
                await db.SelfChecks.CountAsync(check => check.ProblemsLeft == 1), await db.Inspections.CountAsync(), await db.Complaints.CountAsync(), await db.SupplyItems.CountAsync(), await db.Deadlines.CountAsync(),
                await db.RiskAreas.CountAsync())));
    }
}
