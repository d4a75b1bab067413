using HealthCode.Domain.Outreach;
using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>帮办覆盖表、排查进度、等人上门: counted from what the office knows, and naming nobody.</summary>
public sealed class OutreachReportTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";

    private ReportScope Scope => new(_server.Today, _server.Today, _server.Now) { OfficeCode = _office };

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        var ids = await _server.AddResidentsAsync(8);
        await _server.EnterHoldersAsync(await _server.IssueAsync(1, from: 50));
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            (await db.Residents.SingleAsync(resident => resident.Id == ids[0])).NoteCode(CodeSource.Shown, _server.Today, "", _server.Today);
            (await db.Residents.SingleAsync(resident => resident.Id == ids[1])).Leave(ResidentState.MovedAway, _server.Today, "", LawfulCase.Clerk, _server.Now, _server.Today);
        }));
        await _server.SeeAsync(ids[2], HealthCode.Domain.Rules.HealthCodeResult.Green, "2020-03-05 08:30");
        _server.Clock.Advance(TimeSpan.FromDays(2));
        await VisitAsync(ids[3], OutreachResult.NotNeeded, ids[4], OutreachResult.NotAtHome);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Coverage_counts_who_has_a_code_a_card_or_neither()
    {
        var sheet = await _server.DrawAsync(new OutreachCoverageReport(), Scope);

        Assert.Empty(sheet.Faults);
        // Eight residents, one of whom has moved away, and the holder of a card.
        Assert.Equal(["样例村", "全村", "合计", "8", "2", "1", "0", "0", "1", "4", "37.5"], Row(sheet, "全村").Skip(1).Select((cell, place) => place == 0 ? "样例村" : cell));
        Assert.Equal(8, Rows(sheet, "村民小组").Sum(row => int.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(["80 岁以上", "独居", "残疾", "卧床", "婴幼儿", "在校生"], Rows(sheet, "重点人群").Select(row => row[3]));
        Approved.Matches("coverage", sheet.Text);
    }

    [Fact]
    public async Task Progress_says_what_came_of_each_round_and_what_is_left()
    {
        var sheet = await _server.DrawAsync(new OutreachProgressReport(), Scope);

        Assert.Empty(sheet.Faults);
        Assert.Equal(["1", "排查帮办"], sheet.Body[0].Skip(2).Take(2));
        Assert.Equal(("2", "1", "1", "0", "1", "进行中"), (sheet.Column("人数").Single(), sheet.Column("家里没人").Single(), sheet.Column("不需要").Single(), sheet.Column("没有录").Single(), sheet.Column("还剩").Single(), sheet.Column("状态").Single()));
        Assert.Contains('*', sheet.Column("谁去").Single());
        Assert.Empty((await _server.DrawAsync(new OutreachProgressReport(), Scope with { FirstDay = _server.Today.AddDays(-9), LastDay = _server.Today.AddDays(-1) })).Body);
    }

    [Fact]
    public async Task The_supervision_sheet_says_how_long_people_waited_for_somebody_to_come()
    {
        var waits = Rows(await _server.DrawAsync(new SupervisionReport(), Scope), "等人上门");

        Assert.Equal(5, waits.Sum(row => int.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(waits, row => Assert.Equal("48", row[5]));
        Assert.Contains(waits, row => row[6].StartsWith("平均 2 天；还没有人去的", StringComparison.Ordinal));
    }

    [Fact]
    public async Task None_of_them_names_a_resident()
    {
        var names = await _server.InDbAsync(async db => (await db.Residents.ToListAsync()).ConvertAll(resident => resident.Person.Name.Value));
        foreach (var report in new Report[] { new OutreachCoverageReport(), new OutreachProgressReport() })
        {
            var text = (await _server.DrawAsync(report, Scope with { Masking = Masking.Lifted })).Text;
            Assert.All(names, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
        }
    }

    private static IReadOnlyList<string> Row(Spreadsheet sheet, string kind) => Rows(sheet, kind).Single();

    private static IReadOnlyList<IReadOnlyList<string>> Rows(Spreadsheet sheet, string kind) => [.. sheet.Body.Where(row => row.Contains(kind))];

    private Task VisitAsync(long first, OutreachResult firstResult, long second, OutreachResult secondResult) => _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.SingleAsync();
        var residents = await db.Residents.Where(resident => resident.Id == first || resident.Id == second).OrderBy(resident => resident.Id).ToListAsync();
        var round = db.OutreachRounds.Add(OutreachRound.Plan(
            office, 1, OutreachKind.Canvass, residents[0].GridWorker, _server.Today, residents, new Dictionary<long, int>(), LawfulCase.Clerk, _server.Now, _server.Today)).Entity;
        await db.SaveChangesAsync();
        foreach (var (place, resident) in residents.Index())
        {
            var visit = db.OutreachVisits.Add(OutreachVisit.Of(round, resident, place + 1, "没有码也没有卡")).Entity;
            visit.Key(place == 0 ? firstResult : secondResult, _server.Today, "", round, resident, LawfulCase.Clerk, _server.Now, _server.Today);
        }
    }));
}
