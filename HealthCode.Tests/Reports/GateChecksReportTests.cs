using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>查验汇总, on a village of its own: its gates stand open here and nowhere else.</summary>
public sealed class GateChecksReportTests : IAsyncLifetime
{
    private static readonly CheckVerdict Good = new(CheckOutcome.Valid, null, null, "样例村");
    private static readonly DateOnly Today = DateOnly.FromDateTime(DemoVillage.Now.DateTime);
    private readonly DemoVillage _demo = new();

    public async Task InitializeAsync()
    {
        await _demo.InitializeAsync();
        var road = await _demo.Server.AddCheckpointAsync(_demo.Code);
        var station = await _demo.Server.AddCheckpointAsync(_demo.Code, "汽车站", CheckMode.Port);
        await _demo.Server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            foreach (var (gate, day, hour, people) in new[] { (road, -1, 8, 12), (road, 0, 8, 30), (road, 0, 17, 25), (station, 0, 9, 7), (road, -40, 9, 99) })
            {
                var tally = GateTally.Of(gate, Today.AddDays(day), hour);
                for (var i = 0; i < people; i++)
                {
                    tally.Add();
                }

                db.GateTallies.Add(tally);
            }

            db.Passages.AddRange(Enumerable.Range(0, 3).Select(_ => Passage.Of(station, "", DemoVillage.Now, Today)));
            db.GateIncidents.AddRange(
                Incident(road, new(CheckOutcome.Expired, null, null, ""), new() { FoundNormal = true }, "镇防疫办"),
                Incident(road, Good with { Outcome = CheckOutcome.Void }, new() { FoundNormal = false, PaperFits = false }, "镇防疫办"),
                Incident(road, CheckVerdict.NotOurs, new() { FoundNormal = true }),
                Incident(road, Good, new() { Official = HealthCodeResult.Notice, FoundNormal = true }),
                Incident(station, Good with { Outcome = CheckOutcome.Ended }, new() { FoundNormal = true }),
                // A gate that nobody passed all day and where only this happened.
                Incident(station, Good with { Outcome = CheckOutcome.Revoked }, new() { FoundNormal = true }, day: -2));
            return Task.CompletedTask;
        }));
    }

    public async Task DisposeAsync() => await _demo.DisposeAsync();

    [Fact]
    public async Task Every_gate_and_day_is_a_row_with_its_people_and_what_kept_them()
    {
        var sheet = await _demo.DrawAsync(new GateChecksReport(), _demo.Month);

        Assert.Empty(sheet.Faults);
        Assert.Equal(await _demo.CountAsync("SELECT sum(People) FROM GateTallies WHERE \"On\" BETWEEN '2026-10-21' AND '2026-11-20'"), sheet.Total("放行人次"));
        Assert.Equal(await _demo.CountAsync("SELECT count(*) FROM Passages"), sheet.Total("通行登记"));
        Assert.Equal(await _demo.CountAsync("SELECT count(*) FROM GateIncidents"), sheet.Total("件数"));
        Assert.Equal(await _demo.CountAsync("SELECT count(*) FROM GateIncidents WHERE ReportedAt IS NOT NULL"), sheet.Total("上报"));
        foreach (var (column, seen) in new[] { ("卡已过期", "已过期"), ("非本系统签发", "不是本系统签发"), ("人证不一致", "证件号码与卡不一致"), ("体温不正常", "体温不正常"), ("官方码提示", "官方码"), ("未发放或停止使用", "疫情解除，停止使用") })
        {
            Assert.Equal((column, await _demo.CountAsync($"SELECT count(*) FROM GateIncidents WHERE opened('GateIncidents.Findings', Findings) LIKE '%{seen}%'")), (column, (long)sheet.Total(column)));
        }

        Assert.Equal(2, sheet.Total("停用作废"));
        Assert.Equal(4, sheet.Body.Count);
        Approved.Matches("checks", sheet.Text);
    }

    [Fact]
    public async Task A_day_without_gates_is_an_empty_table()
    {
        var sheet = await _demo.DrawAsync(new GateChecksReport(), _demo.Month with { FirstDay = Today.AddDays(-9), LastDay = Today.AddDays(-9) });

        Assert.Empty(sheet.Faults);
        Assert.Empty(sheet.Body);
    }

    private static GateIncident Incident(Checkpoint gate, CheckVerdict verdict, GateFinding finding, string reportedTo = "", int day = 0)
    {
        var incident = GateIncident.Note(gate, verdict, finding, "请联系村委会", new StaffMember("shouwei", "马有才"), DemoVillage.Now.AddDays(day), Today.AddDays(day));
        if (reportedTo.Length > 0)
        {
            incident.Report(reportedTo, DemoVillage.Now.AddDays(day));
        }

        return incident;
    }
}
