using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.PrintRuns;
using HealthCode.Web.Retention;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>编号空白申报表, and for a renewal one with the identity filled in.</summary>
public sealed class FormsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    private const int Most = 200;

    [BindProperty]
    [Display(Name = "印几张"), Required, Range(1, Most, ErrorMessage = "一次可以印 1 到 200 张，请改一下张数。")]
    public int? Count { get; set; } = 20;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync() => ModelState.IsValid ? await Print(Count!.Value, null) : Page();

    /// <summary>半填续办表.</summary>
    public async Task<IActionResult> OnPostRenewalAsync(long id) =>
        await db.Declarations.AsNoTracking().SingleOrDefaultAsync(declaration => declaration.Id == id) is { } earlier ? await Print(1, earlier) : NotFound();

    private async Task<IActionResult> Print(int count, Declaration? earlier)
    {
        var office = await db.OfficeAt(currentUser);
        List<FormCopy> copies = [];
        try
        {
            await db.InOneTransaction(() => Register(office, count, earlier, copies));
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken);
            return Page();
        }

        return File(DeclarationForm.Draw(office.RulesOn(clock.Today).Pass, clock.Today.Year, copies, await db.CalibrationOf(WorkstationMark.Of(HttpContext))), "application/pdf");
    }

    private async Task Register(Office office, int count, Declaration? earlier, List<FormCopy> copies)
    {
        DeclarationRules.ProvinceIssuesPasses.Require(office.RulesOn(clock.Today).IssuesPasses);
        await db.RequireNotDestroyedAsync(office.Code);
        for (var i = 0; i < count; i++)
        {
            var number = await db.NextPrintedFormNumber(office);
            db.PrintedForms.Add(PrintedForm.Of(number, office.Code, clock.Now, earlier?.Id));
            copies.Add(new(number, earlier?.Content.IdentityOnly()));
        }

        db.Audit(earlier is null ? "打印编号空白表" : "打印半填续办表", earlier is null ? "申报表" : "申报 " + earlier.Number, $"{copies[0].Number!.Value.Grouped} 起 {count} 张");
    }
}
