using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>申报详情 — the declaration laid out like the paper form, with its versions, decisions and cards.</summary>
public sealed class DetailsModel(OfficeDb db, OfficeClock clock, Unmasking unmasking, AccessLog accessLog) : OfficePageModel
{
    public Declaration Declaration { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public IReadOnlyList<HealthPass> Passes { get; private set; } = [];

    public Masking Masking { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public RulePack PackOn(DateOnly day) => Office.RulesOn(day);

    public async Task<IActionResult> OnGetAsync(long id, string? shown)
    {
        var declaration = await db.Declarations.AsNoTracking().AsSplitQuery()
            .Include(each => each.Decisions.OrderBy(decision => decision.Id))
            .Include(each => each.Versions.OrderBy(version => version.Number))
            .SingleOrDefaultAsync(each => each.Id == id);
        if (declaration is null)
        {
            return NotFound();
        }

        await accessLog.OpenedAsync(declaration, "申报表");
        (Declaration, Masking) = (declaration, unmasking.Over(declaration, shown, HttpContext));
        Office = await db.Offices.AsNoTracking().SingleAsync(office => office.Code == declaration.OfficeCode);
        Passes = await db.Passes.AsNoTracking().Where(pass => pass.DeclarationId == id).OrderBy(pass => pass.Id).ToListAsync();
        return Page();
    }
}
