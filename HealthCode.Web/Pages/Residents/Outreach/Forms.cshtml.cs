using HealthCode.Web.Pages.Shared;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Outreach;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.PrintRuns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Residents.Outreach;

/// <summary>半填申报表 as PDF — a numbered form for everybody of a round who is still to be visited, with his identity and nothing else filled in.</summary>
public sealed class FormsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : RoundPageModel(db, currentUser, clock)
{
    private readonly OfficeClock _clock = clock;

    public RedirectToPageResult OnGet() => RedirectToPage("Round", new { round = Id });

    public Task<IActionResult> OnPostAsync() => SaveAsync(async () =>
    {
        var rows = (await RowsAsync()).Where(row => row.Visit.Result?.IsSettled() != true && row.Resident.IsHere).DistinctBy(row => row.Resident.Id).Select(row => row.Resident).ToList();
        OutreachRules.HasPeople.Require(rows.Count > 0);
        DeclarationRules.ProvinceIssuesPasses.Require(Office.RulesOn(Today).IssuesPasses);
        var keys = rows.Select(resident => resident.PersonKey).ToList();
        var earlier = (await Db.Declarations.AsNoTracking().Where(declaration => declaration.OfficeCode == Office.Code && keys.Contains(declaration.PersonKey)).OrderBy(declaration => declaration.Id).ToListAsync())
            .GroupBy(declaration => declaration.PersonKey).ToDictionary(declarations => declarations.Key, declarations => declarations.Last());
        List<FormCopy> copies = [];
        await Db.InOneTransactionAsync(async () =>
        {
            await Db.RequireNotDestroyedAsync(Office.Code);
            foreach (var resident in rows)
            {
                var (number, last) = (await Db.NextPrintedFormNumberAsync(Office), earlier.GetValueOrDefault(resident.PersonKey));
                Db.PrintedForms.Add(PrintedForm.Of(number, Office.Code, _clock.Now, last?.Id, resident.Id));
                copies.Add(new(number, last?.Content.IdentityOnly() ?? resident.ToIdentity()));
            }

            Db.Audit("打印半填申报表", Db.DescriptionOf(Round), $"{copies[0].Number!.Value.Grouped} 起 {copies.Count} 张");
        });
        return File(DeclarationForm.Draw(Office.RulesOn(Today).Pass, Today.Year, copies, await Db.CalibrationOfAsync(WorkstationMark.Of(HttpContext))), "application/pdf");
    });
}
