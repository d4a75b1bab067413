using HealthCode.Domain.Registers;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Registers;

/// <summary>一种台账 — what is to be done, and its entries, the newest first.</summary>
public sealed class ListModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, ListSearch search) : RegisterPageModel(db, currentUser, clock)
{
    private static readonly ListOrder<RegisterEntry> NewestFirst = new ListOrder<RegisterEntry>(rows => rows.OrderByDescending(entry => entry.Number), rows => rows.ThenByDescending(entry => entry.Number))
        .By("number", entry => entry.Number).By("on", entry => entry.On).By("step", entry => entry.PendingOn);

    private static readonly ListOrder<RegisterEntry> EarliestFirst = new ListOrder<RegisterEntry>(rows => rows.OrderBy(entry => entry.PendingOn).ThenBy(entry => entry.Number), rows => rows.ThenBy(entry => entry.Number))
        .By("number", entry => entry.Number).By("step", entry => entry.PendingOn);

    public string? Q { get; private set; }

    public Listing<RegisterEntry> Due { get; private set; } = Listing.None<RegisterEntry>();

    public Listing<RegisterEntry> Found { get; private set; } = Listing.None<RegisterEntry>();

    public IReadOnlyDictionary<string, Resident> Residents { get; private set; } = new Dictionary<string, Resident>();

    public IReadOnlyDictionary<long, string> FacilityNames { get; private set; } = new Dictionary<long, string>();

    public void OnGet()
    {
    }

    public IActionResult OnPost(string? q) => LocalRedirect(search.AddressOf(Request, q));

    protected override async Task ShowAsync()
    {
        Q = search.TextOf(Request) is { Length: > 0 } text ? text : null;
        Found = await Listing.OfAsync(Db.FindEntries(Office.Code, Desk, Q).AsNoTracking(), NewestFirst, Request);
        Due = await Listing.OfAsync(Db.RegisterEntries.AsNoTracking().Where(entry => entry.OfficeCode == Office.Code && entry.Kind == Desk).DueBy(Today), EarliestFirst, Request, "due");
        Residents = await Db.SubjectsAsync([.. Found.Rows, .. Due.Rows]);
        FacilityNames = await Db.Facilities.Where(facility => facility.OfficeCode == Office.Code && facility.Kind == Desk).ToDictionaryAsync(facility => facility.Id, facility => facility.Name);
    }
}
