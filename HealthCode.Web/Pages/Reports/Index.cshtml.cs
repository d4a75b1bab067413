using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using HealthCode.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Reports;

/// <summary>报表 — choose the days once, then download each report with one click.</summary>
[BindProperties(SupportsGet = true)]
public sealed class IndexModel(OfficeDb db, OfficeClock clock, CurrentUser currentUser, ReportExport reports) : PageModel
{
    [Display(Name = "从"), DataType(DataType.Date)]
    public DateOnly? FirstDay { get; set; }

    [Display(Name = "到"), DataType(DataType.Date)]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "村居")]
    public string? Office { get; set; }

    [BindNever]
    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    [BindNever]
    public IReadOnlyList<(Report Report, ReportScope Scope)> Reports { get; private set; } = [];

    /// <summary>今天、本周、本月 and so on, with their days up to today; a week begins on Monday.</summary>
    public IReadOnlyList<(string Word, DateOnly First, DateOnly Last)> Shortcuts
    {
        get
        {
            var today = clock.Today;
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            var first = new DateOnly(today.Year, today.Month, 1);
            return
            [
                ("今天", today, today), ("昨天", today.AddDays(-1), today.AddDays(-1)),
                ("本周", monday, today), ("上周", monday.AddDays(-7), monday.AddDays(-1)),
                ("本月", first, today), ("上月", first.AddMonths(-1), first.AddDays(-1)),
            ];
        }
    }

    public bool ReceivesPackages => currentUser.OfficeCode is null;

    public async Task OnGetAsync()
    {
        (FirstDay, LastDay) = (FirstDay ?? clock.Today, LastDay ?? clock.Today);
        if (currentUser.OfficeCode is null)
        {
            Offices = [.. (await db.OfficesWithinReach.AsNoTracking().OrderBy(office => office.Code).ToListAsync()).Select(office => new SelectListItem(office.OfficialName, office.Code))];
        }

        var packs = (await db.OfficesWithinReach.AsNoTracking().ToListAsync()).Select(office => office.RulesOn(clock.Today)).Distinct().ToList();
        Reports = [.. ReportCatalog.All.Where(report => (!report.IsOfTownship || currentUser.OfficeCode is null) && (packs.Count == 0 || packs.Exists(report.IsKnown))).Select(report => (report, reports.Scope(report, FirstDay, LastDay, Office)))];
    }

    public async Task<IActionResult> OnGetFileAsync(string? report, CancellationToken cancellationToken)
    {
        if (ReportCatalog.Find(report) is not { } known)
        {
            return NotFound();
        }

        var (file, name) = await reports.DrawUpAsync(known, reports.Scope(known, FirstDay, LastDay, Office), cancellationToken: cancellationToken);
        return File(file, Workbook.MediaType, name);
    }

    /// <summary>The reports by subject, without empty ones.</summary>
    public IEnumerable<(string Title, IReadOnlyList<(Report Report, ReportScope Scope)> Reports)> Groups => ReportCatalog.Groups
        .Select(group => (group.Title, (IReadOnlyList<(Report, ReportScope)>)[.. Reports.Where(each => group.Reports.Contains(each.Report))]))
        .Where(group => group.Item2.Count > 0);

    /// <summary>Query string values of the links to a report.</summary>
    public object Route(Report report) => new { report = report.Code, firstDay = FirstDay?.Typed(), lastDay = LastDay?.Typed(), office = Office };
}
