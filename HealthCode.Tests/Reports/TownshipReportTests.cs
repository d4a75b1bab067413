using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>乡镇汇总.</summary>
[Collection(DemoTownship.Name)]
public sealed class TownshipReportTests(DemoTownship township)
{
    private const string Handed = "HandedOverAt >= '2026-10-20T16:00:00' AND HandedOverAt < '2026-11-20T16:00:00'";

    [Fact]
    public async Task Every_office_is_a_row_and_every_figure_is_what_the_database_holds()
    {
        var sheet = await township.Village.DrawAsync(new TownshipReport(), township.Month);

        Assert.Empty(sheet.Faults);
        var offices = await township.Village.Server.InDbAsync(db => db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync());
        Assert.Equal(3, offices.Count);
        Assert.Equal(offices.Select(office => office.OfficialName), sheet.Column("村居"));
        for (var i = 0; i < offices.Count; i++)
        {
            await SameAsync(sheet, i, offices[i].Code);
        }

        Assert.Equal(["0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"], sheet.Body[2].Skip(3));
        Approved.Matches("township", sheet.Text);
    }

    [Fact]
    public async Task The_sums_are_formulas_with_their_values()
    {
        var sheet = await township.Village.DrawAsync(new TownshipReport(), township.Month);

        Assert.StartsWith("=SUM(D5:G5)→", sheet.Body[0][2], StringComparison.Ordinal);
        Assert.StartsWith("=SUM(C5:C7)→", sheet.Rows.Single(row => row[0] == "合计")[2], StringComparison.Ordinal);
        Assert.Equal(await township.Village.CountAsync("SELECT count(*) FROM Declarations WHERE SubmittedOn BETWEEN '2026-10-21' AND '2026-11-20'"), Convert.ToInt64(sheet.Rows.Single(row => row[0] == "合计")[2].Split('→')[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_township_sees_its_own_offices_and_no_others()
    {
        var desk = new TownshipUser(township.Village.Township);
        var rows = await township.Village.Server.InDbAsync(async db => await (await new TownshipReport().TableAsync(db, township.Month)).Rows.ToListAsync(), desk);

        Assert.Equal(await township.Village.Server.InDbAsync(db => db.Offices.Where(office => office.Code == township.Village.Code).Select(office => office.OfficialName).SingleAsync()), Assert.Single(rows)[0]);
    }

    [Fact]
    public async Task No_card_is_good_after_the_end_of_the_epidemic()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.CardsInHandAsync(2);
        var day = new ReportScope(LawfulCase.Today, LawfulCase.Today, LawfulCase.Now);
        Assert.Equal(2, await LiveAsync());

        await server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(LawfulCase.Today, LawfulCase.Today)));
        Assert.Equal(0, await LiveAsync());

        Task<int> LiveAsync() => server.InDbAsync(async db => Assert.Single(await TownshipStatistics.AllAsync(db, day, default)).Live);
    }

    private async Task SameAsync(Spreadsheet sheet, int row, string office)
    {
        var forms = $"SELECT count(*) FROM Declarations WHERE OfficeCode = '{office}' AND SubmittedOn BETWEEN '2026-10-21' AND '2026-11-20'";
        var cards = $"SELECT count(*) FROM Passes WHERE OfficeCode = '{office}'";
        foreach (var (column, sql) in new[]
                 {
                     ("合计", forms), ("符合", forms + " AND State = 3"), ("不予办理", forms + " AND State = 4"), ("退回补正", forms + " AND State = 2"), ("待审核", forms + " AND State = 1"),
                     ("发放", $"{cards} AND {Handed}"), ("有效", cards + " AND State = 4 AND LastDay >= '2026-11-20'"), ("停用", cards + " AND State = 5"),
                     ("体温异常", forms + " AND opened('Declarations.TemperatureReadings', TemperatureReadings) LIKE '%\"FoundNormal\":false%'"),
                     ("老年人", forms + Because(1)), ("未成年人", forms + Because(2)), ("特殊情况", forms + Because(3)),
                 })
        {
            Assert.Equal((office, column, await township.Village.CountAsync(sql)), (office, column, Convert.ToInt64(sheet.Column(column)[row].Split('→')[^1], System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private static string Because(int reason) =>
        $" AND (opened('Declarations.Content', Content) LIKE '%\"Reason\":{reason},%' OR opened('Declarations.Content', Content) LIKE '%\"Reason\":{reason}}}%')";

    private sealed class TownshipUser(string scope) : CurrentUser(null)
    {
        public override StaffMember? Staff => new("xiangzhen", "周副镇长");

        public override string? Scope => scope;
    }
}
