using System.Text.Json;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Registers;

/// <summary>一种台账 — what is to be done, and its entries, the newest first, fifty a page.</summary>
public sealed class ListModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, TimeLimitedToken tokens) : RegisterPageModel(db, currentUser, clock)
{
    private const int MostDue = 100;

    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>What is looked for, as a token: a name does not stand in an address.</summary>
    [FromQuery(Name = "of")]
    public string? Ticket { get; set; }

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public string? Q { get; private set; }

    public IReadOnlyList<RegisterEntry> Due { get; private set; } = [];

    /// <summary>How many there are, shown or not.</summary>
    public int DueTotal { get; private set; }

    public IReadOnlyList<RegisterEntry> Found { get; private set; } = [];

    public IReadOnlyDictionary<string, Resident> Residents { get; private set; } = new Dictionary<string, Resident>();

    public IReadOnlyDictionary<long, string> FacilityNames { get; private set; } = new Dictionary<long, string>();

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + RegisterSearch.PageSize - 1) / RegisterSearch.PageSize);

    public void OnGet()
    {
    }

    public IActionResult OnPost(string? q) => RedirectToPage(new { Desk, of = string.IsNullOrWhiteSpace(q) ? null : tokens.Issue(JsonSerializer.Serialize(q.Trim()), Life) });

    protected override async Task ShowAsync()
    {
        Q = tokens.Read(Ticket) is { What: var what } ? JsonSerializer.Deserialize<string>(what) : null;
        PageNumber = Math.Clamp(PageNumber, 1, int.MaxValue / RegisterSearch.PageSize);
        (Found, Total) = await Db.FindEntriesAsync(Office.Code, Desk, Q, PageNumber);
        Due = await Db.RegisterEntries.AsNoTracking().Where(entry => entry.OfficeCode == Office.Code && entry.Kind == Desk).DueBy(Today).Take(MostDue).ToListAsync();
        DueTotal = Due.Count < MostDue ? Due.Count : await Db.RegisterEntries.Where(entry => entry.OfficeCode == Office.Code && entry.Kind == Desk).DueBy(Today).CountAsync();
        Residents = await Db.SubjectsAsync([.. Found, .. Due]);
        FacilityNames = await Db.Facilities.Where(facility => facility.OfficeCode == Office.Code && facility.Kind == Desk).ToDictionaryAsync(facility => facility.Id, facility => facility.Name);
    }
}
