using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using HealthCode.Web.Statistics;
using Microsoft.EntityFrameworkCore;
using static HealthCode.Tests.Support.RegisterCase;

namespace HealthCode.Tests.Reports;

/// <summary>台账 of each register, and the figures of its days.</summary>
public sealed class RegisterReportsTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;

    private ReportScope Scope => new(_server.Today.AddDays(-7), _server.Today, _server.Now);

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        _clerk = await _server.ClerkAsync();
        var (shop, clinic, unit) = (await _server.AddFacilityAsync(RegisterKind.Medicines), await _server.AddFacilityAsync(RegisterKind.FeverClinic, "县医院"), await _server.AddFacilityAsync(RegisterKind.Work, "橡胶厂"));
        await _server.KeyedAsync(_clerk, RegisterKind.Returnees, null, 0, (RegisterField.On, "3.1"), (RegisterField.Origin, "1"), (RegisterField.ExpectedOn, "3.3"), (RegisterField.Phone, "13800000007"));
        await _server.KeyedAsync(_clerk, RegisterKind.Returnees, null, 1, (RegisterField.On, "3.2"), (RegisterField.Origin, "2"), (RegisterField.ArrivedOn, "3.2"), (RegisterField.IsolationFrom, "3.2"), (RegisterField.IsolationTo, "3.5"));
        await _server.KeyedAsync(_clerk, RegisterKind.Returnees, null, 2, (RegisterField.Origin, "1"), (RegisterField.ExpectedOn, "3.9"));
        await _server.KeyedAsync(_clerk, RegisterKind.Medicines, shop, 0, (RegisterField.On, "3.4"), (RegisterField.Drugs, "退热贴 2，止咳糖浆 3"), (RegisterField.Exposure, "1"));
        await _server.KeyedAsync(_clerk, RegisterKind.Medicines, shop, 1, (RegisterField.On, "3.4"), (RegisterField.Drugs, "退热贴 1"), (RegisterField.ForOther, "1"), (RegisterField.PatientPhone, "13911112222"));
        await _server.KeyedAsync(_clerk, RegisterKind.FeverClinic, clinic, 3, (RegisterField.Temperature, "38.4"), (RegisterField.Referred, "1"), (RegisterField.ParentName, "马建国"));
        await _server.KeyedAsync(_clerk, RegisterKind.Work, unit, 4, (RegisterField.Result, "1"), (RegisterField.ResultSeenOn, "3.5"), (RegisterField.Consent, "本人"));
        await _server.KeyedAsync(_clerk, RegisterKind.Work, unit, 5);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(RegisterKind.Returnees, 3)]
    [InlineData(RegisterKind.Work, 2)]
    [InlineData(RegisterKind.FeverClinic, 1)]
    [InlineData(RegisterKind.Medicines, 2)]
    public async Task Every_slip_is_a_row_with_the_items_of_the_paper_masked_unless_it_is_the_whole_ledger(RegisterKind kind, int rows)
    {
        var sheet = await _server.DrawAsync(new RegisterLedgerReport(kind), Scope);

        Assert.Empty(sheet.Faults);
        Assert.Equal(Enumerable.Range(1, rows).Select(number => $"{number}"), sheet.Column("号"));
        var form = Pack.Register(kind)!;
        Assert.All(form.Items, item => Assert.Equal(rows, sheet.Column(item.Label).Count));
        Assert.All(sheet.Column(form.LabelOf(RegisterField.DocumentNumber)), number => Assert.Contains('*', number));
        var whole = await _server.DrawAsync(new RegisterLedgerReport(kind), Scope with { Masking = Masking.Lifted });
        Assert.All(whole.Column(form.LabelOf(RegisterField.DocumentNumber)), number => Assert.DoesNotContain('*', number));
        Approved.Matches("register-" + kind.ToString().ToLowerInvariant(), sheet.Text);
    }

    [Fact]
    public async Task The_day_figures_count_slips_by_day_and_register()
    {
        var sheet = await _server.DrawAsync(new RegisterDaysReport(), Scope);

        Assert.Equal(["2020-03-01", "2020-03-02", "2020-03-04", "2020-03-05"], sheet.Column("日期"));
        Assert.Equal(["1", "1", "0", "1"], sheet.Column("返乡登记"));
        Assert.Equal(["0", "0", "2", "0"], sheet.Column("购药登记"));
    }

    [Fact]
    public async Task Who_is_late_and_whose_isolation_is_over_are_named_with_the_days()
    {
        var sheet = await _server.DrawAsync(new ReturneesDueReport(), Scope);

        Assert.Equal(["1 该到没有到 2", "2 隔离满期 0"], sheet.Column("号").Zip(sheet.Column("要办什么"), sheet.Column("过了几天")).Select(row => $"{row.First} {row.Second} {row.Third}"));
        Assert.Equal(["", "2020-03-02"], sheet.Column("到达日期"));
    }

    [Fact]
    public async Task Progress_of_work_clinic_and_pharmacy_name_nobody()
    {
        var (work, clinic, shop) = (await _server.DrawAsync(new WorkProgressReport(), Scope), await _server.DrawAsync(new FeverClinicDayReport(), Scope), await _server.DrawAsync(new MedicinesDayReport(), Scope));

        Assert.Equal(("2", "1", "1", "还差 1 人"), (work.Column("名单")[0], work.Column("符合")[0], work.Column("还差")[0], work.Column("情况")[0]));
        Assert.Equal(("1", "1", "0", "1"), (clinic.Column("就诊")[0], clinic.Column("写了家长")[0], clinic.Column("有旅居接触史")[0], clinic.Column("转回随访")[0]));
        Assert.Equal(("2", "6", "1", "1", "1"), (shop.Column("单子")[0], shop.Column("药")[0], shop.Column("代购")[0], shop.Column("患者待核实")[0], shop.Column("有旅居接触史")[0]));
        Assert.All(new[] { work, clinic, shop }, sheet => Assert.DoesNotContain('马', sheet.Text));
    }

    [Fact]
    public async Task The_figures_of_the_days_go_along_on_the_stick()
    {
        var code = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());

        var days = await _server.InDbAsync(db => db.DayReportsAsync(code, _server.Today.AddDays(-1), _server.Today));

        Assert.Equal([(0, 0, 0, 2), (1, 2, 1, 0)], days.Select(day => (day.Returnees, day.Workers, day.ClinicVisits, day.Purchases)));
    }

    [Fact]
    public void A_report_of_a_register_is_offered_where_it_is_kept()
    {
        Assert.Equal(["returnees", "register-days", "returnees-due"], Offered(Ningxia.Pack));
        Assert.Empty(Offered(Hebei.Pack));
        Assert.Equal(9, Offered(Hainan.Pack).Count);
    }

    private static IReadOnlyList<string> Offered(RulePack pack) =>
        [.. ReportCatalog.All.Where(report => report is RegisterReport or RegisterDaysReport or WorkProgressReport or FeverClinicDayReport or MedicinesDayReport && report.IsKnown(pack)).Select(report => report.Code)];
}
