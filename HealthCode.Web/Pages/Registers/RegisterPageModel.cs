using HealthCode.Domain.Offices;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Registers;

/// <summary>Base of the pages of one register; a register that the province does not keep has none.</summary>
public abstract class RegisterPageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    /// <summary>Which register.</summary>
    [FromRoute]
    public RegisterKind Desk { get; set; }

    public Office Office { get; private set; } = null!;

    public RulePack Pack => Office.RulesOn(Today);

    public RegisterForm Form { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    /// <summary>Slips of this register come from a unit, a hospital or a pharmacy.</summary>
    public bool HasFacilities => Form.Kind.FacilityName().Length > 0;

    protected OfficeDb Db => db;

    protected DateTimeOffset Now => clock.Now;

    protected override Func<Field, string> PathOf => RegisterInput.PathOf;

    protected override async Task<IActionResult?> LoadAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        if (Pack.Register(Desk) is not { } form)
        {
            return NotFound();
        }

        Form = form;
        return null;
    }

    /// <summary>Facilities of the register that are used, by name.</summary>
    /// <param name="own">One that is there in any case: an entry is corrected after its facility has closed.</param>
    protected async Task<IReadOnlyList<Facility>> FacilitiesAsync(long? own = null) =>
        await db.Facilities.AsNoTracking().Where(facility => facility.OfficeCode == Office.Code && facility.Kind == Desk && (facility.ClosedOn == null || facility.Id == own)).OrderBy(facility => facility.Name).ToListAsync();
}
