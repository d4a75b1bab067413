using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
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
public sealed class IndexModel(OfficeDb db, AuditCheck check, ReportExport reports, OfficeClock clock) : OfficePageModel
{
    private const int OnePage = 50;

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

    /// <summary>Shows only records with a smaller id than this one.</summary>
    public long? From { get; set; }

    [BindNever]
    public IReadOnlyList<AuditRecord> Records { get; private set; } = [];

    /// <summary>Value of <see cref="From"/> for the next page; null on the last page.</summary>
    [BindNever]
    public long? Before { get; private set; }

    /// <summary>The record of the newest chain verification, or null.</summary>
    [BindNever]
    public AuditRecord? LastCheck { get; private set; }

    /// <summary>The filters that are set, as query string values.</summary>
    public Dictionary<string, string> Asked => new (string Name, string? Value)[]
    {
        (nameof(FirstDay), FirstDay?.Typed()), (nameof(LastDay), LastDay?.Typed()), (nameof(UserName), UserName), (nameof(Done), Done),
        (nameof(Subject), Subject), (nameof(Workstation), Workstation),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).ToDictionary(part => part.Name, part => part.Value!);

    private AuditQuery Query => new(FirstDay, LastDay, UserName, Done, Subject, Workstation);

    public async Task OnGetAsync()
    {
        var records = Query.Of(db.AuditRecords.AsNoTracking());
        if (From is { } from)
        {
            records = records.Where(record => record.Id < from);
        }

        Records = await records.OrderByDescending(record => record.Id).Take(OnePage).ToListAsync();
        Before = Records.Count == OnePage ? Records[^1].Id : null;
        LastCheck = await db.AuditRecords.AsNoTracking().Where(record => record.Action == AuditCheck.ActionName).OrderByDescending(record => record.Id).FirstOrDefaultAsync();
    }

    /// <summary>现在校验: verifies the hash chain.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        StatusMessage = (await check.CheckAsync(cancellationToken)).Faults is { Count: > 0 } faults
            ? string.Create(CultureInfo.InvariantCulture, $"校验完了：发现 {faults.Count} 处不对，写在下面。")
            : "校验完了：审计记录一条不少，没有被改动过。";
        return RedirectToPage();
    }

    /// <summary>Exports all records that match the filters as a workbook.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellationToken)
    {
        var report = new AuditReport(Query);
        var oldest = await db.AuditRecords.OrderBy(record => record.Id).Select(record => (DateTimeOffset?)record.At).FirstOrDefaultAsync(cancellationToken) ?? clock.Now;
        var scope = reports.Scope(report, FirstDay ?? BeijingTime.DayOf(oldest), LastDay, null);
        var (file, name) = await reports.DrawUpAsync(report, scope, cancellationToken: cancellationToken);
        return File(file, Workbook.MediaType, name);
    }
}
