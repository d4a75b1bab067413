using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>督查自查表、不予认可台账、截止时间表、物资日结、风险地区表, on an office with one of everything and its neighbour.</summary>
public sealed class SupervisionDeskReportsTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _code = "";
    private SupervisedKeys _keys = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _code = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _keys = await _server.SuperviseAsync();
        await _server.SuperviseAsync((await _server.AddOfficeAsync(await _server.FirstVillageAsync(1))).Code);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Self_checks_and_inspections_are_a_row_for_every_question_and_item()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
            (await db.SelfChecks.SingleAsync(check => check.Id == _keys.SelfCheck)).PutRight("73-3-2", _server.Today, "措施贴在公告栏", LawfulCase.Clerk, _server.Now)));
        var sheet = await DrawAsync(new SelfChecksReport());

        Assert.Empty(sheet.Faults);
        Assert.Equal(5 + 6, sheet.Body.Count);
        Assert.Equal(5, sheet.Column("类别").Count(kind => kind == "自查"));
        Assert.Equal(["没有", "有", "没有", "没有", "没有"], sheet.Column("结果").Take(5));
        Assert.Equal(["", "2020-03-05", "", "", ""], sheet.Column("办好日期").Take(5));
        Assert.Equal("请今天补上口罩", sheet.Column("看到了什么、当场怎么说的")[5]);
        Assert.Empty((await DrawAsync(new SelfChecksReport(), -1)).Body);
    }

    [Fact]
    public async Task Complaints_are_masked_and_say_what_is_late()
    {
        var now = _server.Now.AddHours(30);
        var masked = await _server.DrawAsync(new ComplaintsReport(), Scope(0) with { Now = now });
        var whole = await _server.DrawAsync(new ComplaintsReport(), Scope(0) with { Now = now, Masking = Masking.Lifted });

        Assert.Empty(masked.Faults);
        Assert.Single(masked.Body);
        Assert.Equal(("马**", "640…1234", "", "", "超时"), (masked.Column("姓名")[0], masked.Column("卡号")[0], masked.Column("谁不认")[0], masked.Column("谁来说的")[0], masked.Column("超时")[0]));
        Assert.Equal(("马德山", "640104199001011234", "门口的保安", "女儿马小红"), (whole.Column("姓名")[0], whole.Column("卡号")[0], whole.Column("谁不认")[0], whole.Column("谁来说的")[0]));
        Assert.Equal(30m, decimal.Parse(masked.Column("用时（小时）")[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("", (await DrawAsync(new ComplaintsReport())).Column("超时")[0]);
        Assert.Empty((await DrawAsync(new ComplaintsReport(), 1)).Body);
    }

    [Fact]
    public async Task Deadlines_are_a_row_for_everybody_who_has_to_report_on_every_day()
    {
        var sheet = await _server.DrawAsync(new DeadlinesReport(), Scope(0) with { LastDay = _server.Today.AddDays(1), Now = _server.Now.AddDays(1) });

        Assert.Empty(sheet.Faults);
        Assert.Equal(["1组", "2组", "1组", "2组"], sheet.Column("谁报"));
        Assert.Equal(["按时", "没有报", "还没有到时间", "还没有到时间"], sheet.Column("怎么样"));
        Assert.Empty((await DrawAsync(new DeadlinesReport(), -1)).Body);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Deadlines.SingleAsync(deadline => deadline.Id == _keys.Deadline)).End("不报了", _server.Today.AddDays(1))));
        Assert.Equal(2, (await _server.DrawAsync(new DeadlinesReport(), Scope(0) with { LastDay = _server.Today.AddDays(1) })).Body.Count);
    }

    [Fact]
    public async Task Supplies_are_a_row_a_day_and_risk_areas_one_each_with_the_withdrawn()
    {
        var supplies = await DrawAsync(new SuppliesReport());
        Assert.Empty(supplies.Faults);
        Assert.Equal(("0", "100", "100"), (supplies.Column("上日结存")[0], supplies.Column("领入")[0], supplies.Column("当日结存")[0].Split('→')[^1]));
        Assert.Empty((await DrawAsync(new SuppliesReport(), 1)).Body);

        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.RiskAreas.SingleAsync(area => area.Id == _keys.RiskArea)).Withdraw("地名写错", LawfulCase.Clerk, _server.Now)));
        var areas = await DrawAsync(new RiskAreasReport());
        Assert.Empty(areas.Faults);
        Assert.Equal(("湖北省武汉市", "样例通报", "地名写错"), (areas.Column("地名")[0], areas.Column("哪份通知")[0], areas.Column("撤回原因")[0]));
        Assert.Empty((await DrawAsync(new RiskAreasReport(), -1)).Body);
    }

    [Fact]
    public async Task A_township_sees_its_villages_and_no_other()
    {
        foreach (var (report, rows) in new (Report, int)[] { (new SelfChecksReport(), 22), (new ComplaintsReport(), 2), (new DeadlinesReport(), 4), (new SuppliesReport(), 2), (new RiskAreasReport(), 2) })
        {
            Assert.Equal((report.Code, rows), (report.Code, (await _server.DrawAsync(report, Scope(0) with { OfficeCode = null })).Body.Count));
            Assert.Equal((report.Code, rows / 2), (report.Code, (await _server.DrawAsync(report, Scope(0) with { OfficeCode = null }, new UserOf(_code[..9]))).Body.Count));
        }
    }

    private ReportScope Scope(int days) => new(_server.Today.AddDays(days), _server.Today.AddDays(days), _server.Now) { OfficeCode = _code };

    private Task<Spreadsheet> DrawAsync(Report report, int days = 0) => _server.DrawAsync(report, Scope(days));
}
