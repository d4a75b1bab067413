using HealthCode.Domain.Rules;

namespace HealthCode.Web.Reports;

/// <summary>报表目录 — all reports by subject, in the order of the page.</summary>
public static class ReportCatalog
{
    /// <summary>The subjects, each with its reports.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<Report> Reports)> Groups { get; } =
    [
        ("申报和通行卡",
        [
            new DailyReport(),
            new PassLedgerReport(),
            new DeclarationLedgerReport(),
            new RefusalListReport(),
            new SealUseReport(),
            new StockDayReport(),
        ]),
        ("卡口、学校、督查、乡镇", [new GateChecksReport(), new SchoolsReport(), new RankingReport(), new SupervisionReport(), new TownshipReport()]),
        ("续办和逐日数字", [new RenewalListReport(), new EveryDayReport()]),
        ("上门、健康打卡",
        [
            new OutreachCoverageReport(), new OutreachProgressReport(),
            new CheckInsReport(), new NotCheckedInReport(), new ObservationsReport(), new OfficialChangesReport(), new ReconciliationReport(), new CheckInUploadReport(),
        ]),
        ("自查、受理、物资、线索", [new SelfChecksReport(), new ComplaintsReport(), new DeadlinesReport(), new SuppliesReport(), new RiskAreasReport(), new TipsLedgerReport(), new TipHandlingReport()]),
        ("场所", [new VenueLedgerReport(), new PostingChecksReport()]),
        ("各种登记",
        [
            .. Enum.GetValues<RegisterKind>().Select(kind => new RegisterLedgerReport(kind)), new RegisterDaysReport(),
            new ReturneesDueReport(), new WorkProgressReport(), new FeverClinicDayReport(), new MedicinesDayReport(),
        ]),
    ];

    /// <summary>All reports.</summary>
    public static IReadOnlyList<Report> All { get; } = [.. Groups.SelectMany(group => group.Reports)];

    /// <summary>Returns the report with this code, or null.</summary>
    public static Report? Find(string? code) => All.FirstOrDefault(report => report.Code == code);
}
