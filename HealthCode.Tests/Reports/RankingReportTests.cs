using System.Globalization;
using HealthCode.Tests.Support;
using HealthCode.Web.Reports;
using HealthCode.Web.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>排序表.</summary>
[Collection(DemoTownship.Name)]
public sealed class RankingReportTests(DemoTownship township)
{
    [Fact]
    public async Task Offices_stand_by_cards_per_hundred_residents_and_one_without_a_count_stands_last_without_a_rate()
    {
        var sheet = await township.Village.DrawAsync(new RankingReport(), township.Month);

        Assert.Empty(sheet.Faults);
        Assert.Equal(["1", "2", "3"], sheet.Column("名次"));
        Assert.Equal(["333", "2000", ""], sheet.Column("居民数"));
        Assert.Equal(["", ""], [sheet.Column("每百人申报")[2], sheet.Column("每百人发放")[2]]);
        var handed = await CountAsync("Passes", "HandedOverAt IS NOT NULL");
        var rate = decimal.Round(handed * 100m / 2000, 1, MidpointRounding.AwayFromZero);
        Assert.Equal($"=ROUND(100*E5/C5,1)→{rate.ToString(CultureInfo.InvariantCulture)}", sheet.Column("每百人发放")[1]);
        Assert.Equal(handed, Number(sheet.Column("发放")[1]));
        Assert.Equal(await CountAsync("Declarations", "TRUE"), Number(sheet.Column("申报")[1]));
        Assert.Equal(await CountAsync("Passes", "State = 4 AND LastDay >= '2026-11-20'"), Number(sheet.Column("有效卡")[1]));
        Assert.Equal(await CountAsync("GateTallies", "TRUE", "sum(People)"), Number(sheet.Column("查验人次")[1]));
        Approved.Matches("ranking", sheet.Text);
    }

    [Fact]
    public async Task One_office_ranks_its_groups_by_cards_and_reckons_no_rate()
    {
        var sheet = await township.Village.DrawAsync(new RankingReport(), township.Village.Month);

        Assert.Empty(sheet.Faults);
        Assert.Equal(["序号", "村民小组", "申报", "发放", "有效卡", "名次"], sheet.Header);
        Assert.Equal(9, sheet.Body.Count);
        Assert.Equal(await CountAsync("Declarations", "TRUE"), sheet.Total("申报"));
        Assert.Equal(await CountAsync("Passes", "HandedOverAt IS NOT NULL"), sheet.Total("发放"));
        Assert.Equal(await CountAsync("Passes", "State = 4 AND LastDay >= '2026-11-20'"), sheet.Total("有效卡"));
        var third = sheet.Body.Single(row => row[1] == "3组");
        Assert.Equal(await CountAsync("Declarations", "opened('Declarations.Content', Content) LIKE '%3组%号\",\"FirstDay%'"), Number(third[2]));
        Assert.Equal(sheet.Column("发放").Select(Number).OrderDescending(), sheet.Column("发放").Select(Number));
        Approved.Matches("ranking-groups", sheet.Text);
    }

    [Fact]
    public async Task As_many_share_a_place()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.AddOfficeAsync(await server.FirstVillageAsync(1));
        await server.AddOfficeAsync(await server.FirstVillageAsync(2));
        await server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.OrderBy(office => office.Code).LastAsync()).CountResidents(10)));

        var rows = await server.InDbAsync(async db => await (await new RankingReport().TableAsync(db, new(LawfulCase.Today, LawfulCase.Today, LawfulCase.Now))).Rows.ToListAsync());

        Assert.Equal([1, 2, 2], rows.Select(row => row[^1]));
        Assert.Equal(0m, Assert.IsType<Formula>(rows[0][^2]).Value);
    }

    private Task<long> CountAsync(string table, string where, string what = "count(*)") =>
        township.Village.CountAsync($"SELECT {what} FROM {table} WHERE OfficeCode = '{township.Village.Code}' AND {where}");

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
