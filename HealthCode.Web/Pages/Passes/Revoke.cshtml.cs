using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Passes;

/// <summary>停用 — a reviewer revokes a card because one of the five clauses now applies to its holder.</summary>
public sealed class RevokeModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public RevokeInput Input { get; set; } = new();

    public HealthPass Pass { get; private set; } = null!;

    public IReadOnlyList<Choice> Clauses { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!FreeText.TryParse(Input.Reason, 200, out var reason, out var fault) || Input.Clause is not { } clause || !Enum.IsDefined(clause))
        {
            ModelState.AddModelError(fault is null ? "Input.Clause" : "Input.Reason", fault ?? "请选择依据哪一条");
            return Page();
        }

        return await SaveAsync(
            () => db.InOneTransactionAsync(async () => (await db.Passes.SingleAsync(pass => pass.Id == Id)).Revoke(clause, reason, clock.Now, clock.Today)),
            "已停用。请收回卡片，并报告乡镇。",
            RedirectToPage("Details", new { Id }));
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.Passes.AsNoTracking().SingleOrDefaultAsync(pass => pass.Id == Id && pass.OfficeCode == currentUser.OfficeCode) is not { } found)
        {
            return NotFound();
        }

        Pass = found;
        return null;
    }

    protected override async Task ShowAsync()
    {
        var pack = (await db.OfficeAtAsync(currentUser)).RulesOn(clock.Today);
        Clauses = [.. pack.Clauses.Select(clause => new Choice(((RefusalClause)clause.Number).ToString(), clause.Citation.Quote))];
    }
}
