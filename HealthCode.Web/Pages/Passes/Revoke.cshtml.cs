using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Passes;

/// <summary>停用 — the holder now falls under one of the five clauses; with clause and reason, by a reviewer.</summary>
public sealed class RevokeModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    [BindProperty]
    public RevokeInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public HealthPass Pass { get; private set; } = null!;

    public IReadOnlyList<Choice> Clauses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id) => await Load(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        if (!FreeText.TryParse(Input.Reason, 200, out var reason, out var fault) || Input.Clause is not { } clause || !Enum.IsDefined(clause))
        {
            ModelState.AddModelError(fault is null ? "Input.Clause" : "Input.Reason", fault ?? "请选择依据哪一条");
            return Page();
        }

        try
        {
            await db.InOneTransaction(async () => (await db.Passes.SingleAsync(pass => pass.Id == id)).Revoke(clause, reason, clock.Now, clock.Today));
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken);
            return Page();
        }

        StatusMessage = "已停用。请收回卡片，并报告乡镇。";
        return RedirectToPage("Details", new { id });
    }

    private async Task<bool> Load(long id)
    {
        Pass = (await db.Passes.AsNoTracking().SingleOrDefaultAsync(pass => pass.Id == id && pass.OfficeCode == currentUser.OfficeCode))!;
        var pack = (await db.OfficeAt(currentUser)).RulesOn(clock.Today);
        Clauses = [.. pack.Clauses.Select(clause => new Choice(((RefusalClause)clause.Number).ToString(), clause.Citation.Quote))];
        return Pass is not null;
    }

    public sealed class RevokeInput
    {
        [Display(Name = "依据哪一条")]
        public RefusalClause? Clause { get; set; }

        [Display(Name = "原因")]
        public string? Reason { get; set; }
    }
}
