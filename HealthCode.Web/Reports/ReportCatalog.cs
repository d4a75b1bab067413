using HealthCode.Domain.Rules;

namespace HealthCode.Web.Reports;

/// <summary>报表目录 — all reports, in the order of the page.</summary>
public static class ReportCatalog
{
    /// <summary>All reports.</summary>
    public static IReadOnlyList<Report> All { get; } =
    [
        new DailyReport(),
        new PassLedgerReport(),
        new DeclarationLedgerReport(),
        new RefusalListReport(),
        new SealUseReport(),
        new StockDayReport(),
        new GateChecksReport(), new SchoolsReport(), new RankingReport(), new SupervisionReport(), new TownshipReport(),
        new RenewalListReport(), new EveryDayReport(),
        new OutreachCoverageReport(), new OutreachProgressReport(),
        new CheckInsReport(), new NotCheckedInReport(), new ObservationsReport(), new OfficialChangesReport(), new ReconciliationReport(), new CheckInUploadReport(),
        new SelfChecksReport(), new ComplaintsReport(), new DeadlinesReport(), new SuppliesReport(), new RiskAreasReport(), new TipsLedgerReport(), new TipHandlingReport(),
        new VenueLedgerReport(), new PostingChecksReport(),
        .. Enum.GetValues<RegisterKind>().Select(kind => new RegisterLedgerReport(kind)), new RegisterDaysReport(),
        new ReturneesDueReport(), new WorkProgressReport(), new FeverClinicDayReport(), new MedicinesDayReport(),
    ];

    /// <summary>Returns the report with this code, or null.</summary>
    public static Report? Find(string? code) => All.FirstOrDefault(report => report.Code == code);
}
