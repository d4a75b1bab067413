using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.PrintRuns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>编号空白申报表, and for renewals a form with the identity filled in.</summary>
public sealed class FormsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [BindProperty]
    public FormsInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync() => ModelState.IsValid ? await PrintAsync(Input.Count!.Value, null) : Page();

    /// <summary>半填续办表 for one declaration.</summary>
    public async Task<IActionResult> OnPostRenewalAsync(long id)
    {
        // The number of sheets is not posted.
        ModelState.Clear();
        return await db.Declarations.AsNoTracking().SingleOrDefaultAsync(declaration => declaration.Id == id) is { } earlier ? await PrintAsync(1, earlier) : NotFound();
    }

    private Task<IActionResult> PrintAsync(int count, Declaration? earlier) => SaveAsync(async () =>
    {
        var office = await db.OfficeAtAsync(currentUser);
        List<FormCopy> copies = [];
        await db.InOneTransactionAsync(() => RegisterAsync(office, count, earlier, copies));
        return File(DeclarationForm.Draw(office.RulesOn(clock.Today).Pass, clock.Today.Year, copies, await db.CalibrationOfAsync(WorkstationMark.Of(HttpContext))), "application/pdf");
    });

    private async Task RegisterAsync(Office office, int count, Declaration? earlier, List<FormCopy> copies)
    {
        DeclarationRules.ProvinceIssuesPasses.Require(office.RulesOn(clock.Today).IssuesPasses);
        await db.RequireNotDestroyedAsync(office.Code);
        for (var i = 0; i < count; i++)
        {
            var number = await db.NextPrintedFormNumberAsync(office);
            db.PrintedForms.Add(PrintedForm.Of(number, office.Code, clock.Now, earlier?.Id));
            copies.Add(new(number, earlier?.Content.IdentityOnly()));
        }

        db.Audit(earlier is null ? "打印编号空白表" : "打印半填续办表", earlier is null ? "申报表" : "申报 " + earlier.Number, $"{copies[0].Number!.Value.Grouped} 起 {count} 张");
    }
}
