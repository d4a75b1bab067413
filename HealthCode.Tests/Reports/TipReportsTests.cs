using HealthCode.Domain.Observations;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>线索举报台账 and 线索办理情况.</summary>
public sealed class TipReportsTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    private ReportScope Scope => new(_server.Today.AddDays(-3), _server.Today, _server.Now);

    public async Task InitializeAsync()
    {
        _server = await TipCase.ServerAsync();
        await _server.AddAreaAsync();
        await _server.AddTipAsync(TipState.Reported, hoursAgo: 5, isSuspected: true);
        await _server.AddTipAsync(TipState.Dispatched, hoursAgo: 30);
        await _server.AddTipAsync(TipState.Received, TipCase.Gathering, TipCase.Unknown, hoursAgo: 1);
        await _server.AddTipAsync(TipState.Received, TipCase.Gathering, hoursAgo: 3);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var tips = await db.Tips.OrderBy(tip => tip.Number).ToListAsync();
            tips[3].LinkTo(tips[2], false);
        }));
        await _server.AddTipAsync(TipState.Received, TipCase.Gathering, hoursAgo: 24 * 9);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Every_tip_of_the_days_is_a_row_masked_and_without_its_reporter()
    {
        var masked = await _server.DrawAsync(new TipsLedgerReport(), Scope);

        Assert.Empty(masked.Faults);
        Assert.Equal(["0001", "0002", "0003", "0004"], masked.Column("编号"));
        Assert.Equal(["已上报", "已派", "待派", "已并入"], masked.Column("状态"));
        Assert.Equal(["实名", "实名", "未留姓名", "实名"], masked.Column("举报人"));
        Assert.Equal(["纳**", "纳**", "", ""], masked.Column("被反映的人"));
        Assert.Equal(["", "上门", "", ""], masked.Column("超时"));
        Assert.Equal(["", "", "", "0003"], masked.Column("并入"));
        Assert.All(masked.Column("所在地"), place => Assert.Equal("样例村", place));
        Assert.All(masked.Column("情况").Concat(masked.Column("反馈")).Concat(masked.Column("身体状况")), words => Assert.Equal("", words));
        Approved.Matches("tips", masked.Text);
    }

    [Fact]
    public async Task Whole_it_has_everything_but_who_told_it()
    {
        var whole = await _server.DrawAsync(new TipsLedgerReport(), Scope with { Masking = Masking.Lifted });

        Assert.Equal(("纳福贵", TipCase.Place, "咳了三天，没有出门", "已劝散"), (whole.Column("被反映的人")[0], whole.Column("所在地")[0], whole.Column("情况")[0], whole.Column("反馈")[0]));
        Assert.DoesNotContain(TipCase.ReporterName, whole.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TipCase.ReporterPhone, whole.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_counted_by_kind_with_the_hours_until_somebody_was_there_and_what_is_late()
    {
        var sheet = await _server.DrawAsync(new TipHandlingReport(), Scope);

        Assert.Empty(sheet.Faults);
        Assert.Equal(["线索", "群众聚集活动"], sheet.Column("类型"));
        Assert.Equal([["2", "0", "0", "1", "0", "0", "1"], ["2", "1", "1", "0", "0", "0", "0"]], Rows(sheet, "受理", "已并入", "待派", "已派", "已上门", "已反馈", "已上报"));
        // 30 hours ago and nobody there yet: the visit is late, the feedback not; the double counts nowhere.
        Assert.Equal([["0", "1", "0", "1"], ["0", "0", "0", "0"]], Rows(sheet, "派发超时", "上门超时", "反馈超时", "有疑似"));
        Assert.Equal(2m, decimal.Parse(sheet.Column("平均上门用时（小时）")[0], System.Globalization.CultureInfo.InvariantCulture));
        Approved.Matches("tip-handling", sheet.Text);
    }

    [Fact]
    public async Task Two_hours_are_not_late_and_a_minute_more_is()
    {
        var due = (await _server.InDbAsync(db => db.Tips.SingleAsync(tip => tip.Number == 3))).DispatchDueAt;

        Assert.Equal("0", (await _server.DrawAsync(new TipHandlingReport(), Scope with { Now = due })).Column("派发超时")[1]);
        Assert.Equal("1", (await _server.DrawAsync(new TipHandlingReport(), Scope with { Now = due.AddMinutes(1) })).Column("派发超时")[1]);
    }

    [Fact]
    public async Task Only_whose_number_was_typed_is_told_that_the_ledger_had_a_tip_of_him()
    {
        var ids = await _server.AddResidentsAsync(2);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
            db.FollowUps.Add(FollowUp.Open((await db.Offices.SingleAsync()).Code, ids[0], "", FollowUpSource.Tip, "0001", "疑似", LawfulCase.Clerk, _server.Now))));
        var (his, others) = await _server.InDbAsync(async db => (await new TipsLedgerReport().ContainsAsync(db, [ids[0]]), await new TipsLedgerReport().ContainsAsync(db, [ids[1]])));

        Assert.Equal((true, false, false), (his(_server.Today, _server.Today), his(_server.Today.AddDays(-1), _server.Today.AddDays(-1)), others(_server.Today, _server.Today)));
    }

    private static string[][] Rows(Spreadsheet sheet, params string[] columns) => [.. Enumerable.Range(0, sheet.Body.Count).Select(row => columns.Select(column => sheet.Column(column)[row]).ToArray())];
}
