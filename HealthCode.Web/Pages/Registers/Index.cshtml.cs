using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Registers;

/// <summary>台账 — the registers that the province keeps, with what is to be done in each.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    public IReadOnlyList<(RegisterForm Form, int Total, int Due)> Desks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var office = await db.OfficeAtAsync(currentUser);
        var pack = office.RulesOn(clock.Today);
        if (pack.Registers is [var only])
        {
            return RedirectToPage("List", new { desk = only.Kind });
        }

        var totals = await db.RegisterEntries.Where(entry => entry.OfficeCode == office.Code && entry.VoidedOn == null).GroupBy(entry => entry.Kind)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count);
        var due = await db.DueCountsAsync(office.Code, pack, clock.Today);
        Desks = [.. pack.Registers.Select(form => (form, totals.GetValueOrDefault(form.Kind), due.GetValueOrDefault(form.Kind)))];
        return Page();
    }
}
