using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>场所登记簿 and 张贴检查情况.</summary>
public sealed class VenueReportsTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    private ReportScope Scope => new(_server.Today, _server.Today, _server.Now);

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        var checkedId = await _server.AddVenueAsync();
        await _server.AddVenueAsync(name: "样例村小卖部", person: 2);
        await _server.AddVenueAsync(name: "样例村饭店", person: 3, approved: false);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var venues = await db.Venues.OrderBy(venue => venue.Number).ToListAsync();
            venues[1].Close("店不开了", _server.Today);
            (await db.VenuePosters.SingleAsync(poster => poster.VenueId == venues[1].Id)).Void("场所停用", _server.Today);
            db.PostingChecks.Add(Check(venues[0], -3, NoticeKind.Supervision, NoticeKind.NoThreshold));
            var mended = Check(venues[0], -1, NoticeKind.Supervision);
            mended.Mend("马晓燕", _server.Today, _server.Today);
            db.PostingChecks.Add(mended);
            db.PostingChecks.Add(Check(venues[2], 0, NoticeKind.VenueCode, NoticeKind.HowToUse));
        }));
        Assert.Equal(1, checkedId);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Every_venue_is_a_row_of_the_ledger_with_its_applicant_masked()
    {
        var sheet = await _server.DrawAsync(new VenueLedgerReport(), Scope);

        Assert.Empty(sheet.Faults);
        Assert.Equal(["0001", "0002", "0003"], sheet.Column("编号"));
        Assert.Equal(["已核准", "停用", "待核"], sheet.Column("状态"));
        Assert.Equal([LawfulCase.Reviewer.Name, LawfulCase.Reviewer.Name, ""], sheet.Column("核准人"));
        Assert.Equal(["第 1 版", "", ""], sheet.Column("在用海报"));
        Assert.Equal(["2020-03-04", "", "2020-03-05"], sheet.Column("上次检查"));
        Assert.All(sheet.Column("申领人"), name => Assert.Equal("纳**", name));
        Assert.All(sheet.Column("证件"), number => Assert.Contains('*', number));
        Approved.Matches("venues", sheet.Text);
    }

    [Fact]
    public async Task Whole_it_names_the_applicant() =>
        Assert.All((await _server.DrawAsync(new VenueLedgerReport(), Scope with { Masking = Masking.Lifted })).Column("申领人"), name => Assert.Equal(VenueCase.ApplicantName, name));

    [Fact]
    public async Task Only_the_last_look_at_a_door_counts_and_what_was_mended_hangs()
    {
        var sheet = await _server.DrawAsync(new PostingChecksReport(), Scope);

        Assert.Empty(sheet.Faults);
        Assert.Equal(["0001", "0003"], sheet.Column("编号"));
        Assert.Equal(["贴着", "贴着"], sheet.Column("监督电话"));
        Assert.Equal(["贴着", "缺"], sheet.Column("场所码海报"));
        Assert.Equal(["0", "2"], sheet.Column("还缺几张"));
        Assert.Equal(["2020-03-05", ""], sheet.Column("补齐日期"));
        Approved.Matches("posting-checks", sheet.Text);
    }

    [Fact]
    public async Task The_applicant_is_told_that_the_ledger_named_him_and_nobody_else_is()
    {
        var ids = await _server.AddResidentsAsync(4);
        var (his, others) = await _server.InDbAsync(async db =>
        {
            var report = new VenueLedgerReport();
            return (await report.ContainsAsync(db, [ids[1]]), await report.ContainsAsync(db, [ids[0]]));
        });

        Assert.Equal((true, false, false), (his(_server.Today, _server.Today), his(_server.Today.AddDays(-1), _server.Today.AddDays(-1)), others(_server.Today, _server.Today)));
    }

    [Fact]
    public async Task A_township_sees_its_villages_and_no_other()
    {
        var neighbour = (await _server.AddOfficeAsync(await _server.FirstVillageAsync(1), Hebei.Pack)).Code;
        await _server.AddVenueAsync(neighbour, "邻村卫生室", person: 4);

        Assert.Equal(4, (await _server.DrawAsync(new VenueLedgerReport(), Scope)).Body.Count);
        Assert.Equal(["邻村卫生室"], (await _server.DrawAsync(new VenueLedgerReport(), Scope with { OfficeCode = neighbour })).Column("名称"));
        Assert.Equal(["邻村卫生室"], (await _server.DrawAsync(new PostingChecksReport(), Scope with { OfficeCode = neighbour })).Column("名称"));
    }

    private PostingCheck Check(Venue venue, int days, params NoticeKind[] missing) =>
        PostingCheck.Note(venue, _server.Today.AddDays(days), "马晓燕", VenueCase.Sheets(Hebei.Pack, missing), Hebei.Pack, LawfulCase.Clerk, _server.Now, _server.Today);
}
