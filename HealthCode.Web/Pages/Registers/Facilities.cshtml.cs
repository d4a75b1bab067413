using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Registers;

/// <summary>单位、医院、药店 — entered once, so that no slip has to say name and district again.</summary>
public sealed class FacilitiesModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : RegisterPageModel(db, currentUser, clock)
{
    private static readonly ListOrder<Facility> Order = new ListOrder<Facility>(rows => rows.OrderBy(facility => facility.ClosedOn != null).ThenBy(facility => facility.Name), rows => rows.ThenBy(facility => facility.Id))
        .By("name", facility => facility.Name).By("district", facility => facility.District).By("state", facility => facility.ClosedOn);

    [BindProperty]
    public FacilityInput Input { get; set; } = new();

    /// <summary>Each with its entries; those in use first.</summary>
    public Listing<(Facility Facility, int Entries)> Known { get; private set; } = Listing.None<(Facility Facility, int Entries)>();

    protected override Func<Field, string> PathOf => each => each.Name.ToString();

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync()
    {
        FieldFaults<Field> faults = [];
        var details = FacilityParser.Read(Input, faults, Today);
        ModelState.Add(faults, pathOf: PathOf);
        return SaveAsync(
            () => Db.ChangeAsync(Office, async () => Db.Facilities.Add(Facility.Register(Office, Desk, details, await FacilitiesAsync(), Pack))), "已登记。", RedirectToPage(new { Desk }));
    }

    protected override async Task<IActionResult?> LoadAsync() => await base.LoadAsync() ?? (HasFacilities ? null : NotFound());

    protected override async Task ShowAsync()
    {
        var known = await Listing.OfAsync(Db.Facilities.AsNoTracking().Where(facility => facility.OfficeCode == Office.Code && facility.Kind == Desk), Order, Request);
        var ids = known.Rows.Select(facility => (long?)facility.Id).ToList();
        var counts = await Db.RegisterEntries.Where(entry => ids.Contains(entry.FacilityId) && entry.VoidedOn == null).GroupBy(entry => entry.FacilityId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key!.Value, each => each.Count);
        Known = known.Select(facility => (facility, counts.GetValueOrDefault(facility.Id)));
    }
}
