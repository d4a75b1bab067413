using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Reports;
using HealthCode.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Reports;

/// <summary>完整的台账 — an unmasked report; needs a permission and a reason.</summary>
public sealed class FullModel(ReportExport reports) : OfficePageModel
{
    [BindProperty]
    public FullInput Input { get; set; } = new();

    public Report Report { get; private set; } = null!;

    public ReportScope Scope { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (file, name) = await reports.DrawUpAsync(Report, Scope, Input.Reason, cancellationToken);
        return File(file, Workbook.MediaType, name);
    }

    protected override Task<IActionResult?> LoadAsync()
    {
        var asked = Request.Query;
        if (ReportCatalog.Find(asked["report"]) is not { NamesPeople: true } report)
        {
            return Task.FromResult<IActionResult?>(NotFound());
        }

        Report = report;
        Scope = reports.Scope(report, Day("firstDay"), Day("lastDay"), asked["office"]) with { Masking = Masking.Lifted };
        return Task.FromResult<IActionResult?>(null);
        DateOnly? Day(string name) => Domain.Rules.TypedDate.TryParse(asked[name], DateOnly.MaxValue, out var day, out _) ? day : null;
    }
}
