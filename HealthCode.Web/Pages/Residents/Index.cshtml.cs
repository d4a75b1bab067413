using HealthCode.Web.Checkpoints;
using HealthCode.Web.Search;
using System.Text.Json;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Residents;

/// <summary>居民 — the roster: search, filter, sort, thirty a page.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, HolderSearch holders, TimeLimitedToken tokens) : OfficePageModel
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>What is looked for, as a token: a name does not stand in an address, and the browser's way back works.</summary>
    [FromQuery(Name = "of")]
    public string? Ticket { get; set; }

    [BindProperty]
    public SearchInput Input { get; set; } = new();

    public ResidentFilter Filter { get; private set; } = new();

    public Listing<Resident> Found { get; private set; } = Listing.None<Resident>();

    public IReadOnlyList<string> VillageGroups { get; private set; } = [];

    public DateOnly Today => clock.Today;

    /// <summary>查找; a scanned card opens its holder.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await holders.FindAsync((await db.OfficeAtAsync(currentUser)).Code, Input.Text) is not { } held)
        {
            return RedirectToPage(new { of = tokens.Issue(JsonSerializer.Serialize(Input.ToFilter()), Life) });
        }

        if (held.Count > 0)
        {
            return RedirectToPage("Details", new { id = held[0].Id });
        }

        ModelState.SetModelValue("Input.Text", "", "");
        ModelState.AddModelError("Input.Text", HolderSearch.Unknown);
        return Page();
    }

    protected override Task<IActionResult?> LoadAsync()
    {
        if (tokens.Read(Ticket) is { What: var what })
        {
            Filter = JsonSerializer.Deserialize<ResidentFilter>(what) ?? new();
        }

        return Task.FromResult<IActionResult?>(null);
    }

    protected override async Task ShowAsync()
    {
        Input = SearchInput.Of(Filter);
        var office = await db.OfficeAtAsync(currentUser);
        Found = await Listing.OfAsync(
            await db.FindResidentsAsync(office.Code, Filter, clock.Today),
            new ListOrder<Resident>(rows => rows.Sorted(Filter.Order), rows => rows.ThenBy(resident => resident.Id))
                .By("name", resident => resident.Initials).By("age", resident => -resident.BirthYear).By("household", resident => resident.SortKey),
            Request);
        VillageGroups = await db.VillageGroupsAsync(office.Code);
    }
}
