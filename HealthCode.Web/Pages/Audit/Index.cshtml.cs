using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Reports;
using HealthCode.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Audit;

/// <summary>审计 — audit records, newest first, with filters; verifies the hash chain on demand and exports the records as a workbook.</summary>
[BindProperties(SupportsGet = true)]
public sealed class IndexModel(OfficeDb db, AuditCheck check, ArchivedAudits archives, ReportExport reports, OfficeClock clock) : OfficePageModel
{
    private static readonly ListOrder<AuditRecord> Order = new ListOrder<AuditRecord>(rows => rows.OrderByDescending(record => record.Id), rows => rows.ThenByDescending(record => record.Id))
        .By("number", record => record.Id).By("user", record => record.UserName).By("done", record => record.Action).By("subject", record => record.Subject).By("place", record => record.OfficeCode).By("workstation", record => record.Workstation);

    [Display(Name = "从")]
    public DateOnly? FirstDay { get; set; }

    [Display(Name = "到")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "登录名或姓名"), StringLength(50)]
    public string? UserName { get; set; }

    // Not named "Action", which is a reserved route value.
    [Display(Name = "操作"), StringLength(50)]
    public string? Done { get; set; }

    [Display(Name = "对象"), StringLength(50)]
    public string? Subject { get; set; }

    [Display(Name = "电脑"), StringLength(50)]
    public string? Workstation { get; set; }

    [Display(Name = "哪一份")]
    public int? Archive { get; set; }

    /// <summary>归档审计: of villages whose data were brought into this county.</summary>
    [BindNever]
    public IReadOnlyList<ArchivedAuditChain> Archives { get; private set; } = [];

    [BindNever]
    public Listing<AuditRecord> Records { get; private set; } = Listing.None<AuditRecord>();

    /// <summary>The record of the newest chain verification, or null.</summary>
    [BindNever]
    public AuditRecord? LastCheck { get; private set; }

    /// <summary>The filters that are set, as query string values.</summary>
    public Dictionary<string, string> Asked => new (string Name, string? Value)[]
    {
        (nameof(FirstDay), FirstDay?.Typed()), (nameof(LastDay), LastDay?.Typed()), (nameof(UserName), UserName), (nameof(Done), Done),
        (nameof(Subject), Subject), (nameof(Workstation), Workstation), (nameof(Archive), Archive?.ToString(CultureInfo.InvariantCulture)),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).ToDictionary(part => part.Name, part => part.Value!);

    private AuditQuery Query => new(FirstDay, LastDay, UserName, Done, Subject, Workstation) { Archive = Archive };

    public async Task OnGetAsync()
    {
        Records = await Listing.OfAsync(Query.Of(db), Order, Request);
        Archives = await archives.AllAsync();
        LastCheck = await db.AuditRecords.AsNoTracking().Where(record => record.Action == AuditCheck.ActionName).OrderByDescending(record => record.Id).FirstOrDefaultAsync();
    }

    /// <summary>现在校验: verifies the hash chain.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        StatusMessage = (await check.CheckAsync(cancellationToken)).FaultCount is > 0 and var faults
            ? string.Create(CultureInfo.InvariantCulture, $"校验完了：发现 {faults} 处不对，写在下面。")
            : "校验完了：审计记录一条不少，没有被改动过。";
        return RedirectToPage();
    }

    /// <summary>Exports all records that match the filters as a workbook.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellationToken)
    {
        var report = new AuditReport(Query);
        var oldest = await (Query with { FirstDay = null, LastDay = null }).Of(db).OrderBy(record => record.Id).Select(record => (DateTimeOffset?)record.At).FirstOrDefaultAsync(cancellationToken) ?? clock.Now;
        var scope = reports.Scope(report, FirstDay ?? BeijingTime.DayOf(oldest), LastDay, null);
        var (file, name) = await reports.DrawUpAsync(report, scope, cancellationToken: cancellationToken);
        return File(file, Workbook.MediaType, name);
    }
}
