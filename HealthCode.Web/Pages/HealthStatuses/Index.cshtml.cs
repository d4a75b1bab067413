using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>今天要问的 — whom to ask today, by grid worker and household; and any resident found by name, group or number.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, HolderSearch holders) : PageModel
{
    private const int MostFound = 100;

    /// <summary>What is looked for; empty shows the list of the day. Posted, so that no name gets into an address.</summary>
    public string? Q { get; private set; }

    /// <summary>Why a scanned card was not found; null if no card was scanned.</summary>
    public string? ScanFault { get; private set; }

    /// <summary>Whom to ask today, worker by worker.</summary>
    public Listing<DueRow> Due { get; private set; } = Listing.None<DueRow>();

    /// <summary>How many each grid worker asks on all pages, in the order of the list.</summary>
    public IReadOnlyDictionary<string, int> PerWorker { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<Resident> Found { get; private set; } = [];

    /// <summary>纠错 and 核验 that are still open, the oldest first.</summary>
    public IReadOnlyList<(ResultCase Case, Resident Resident)> OpenCases { get; private set; } = [];

    /// <summary>台账: entries with something to be done today, by register.</summary>
    public IReadOnlyList<(RegisterForm Form, int Count)> Registers { get; private set; } = [];

    /// <summary>待随访 that are open.</summary>
    public int FollowUps { get; private set; }

    public int Asked { get; private set; }

    public int Total { get; private set; }

    public RulePack Pack { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(string? q)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return RedirectToPage();
        }

        if (await holders.FindAsync((await db.OfficeAtAsync(currentUser)).Code, q) is { } held)
        {
            if (held.Count > 0)
            {
                return RedirectToPage("Details", new { id = held[0].Id });
            }

            (Q, ScanFault) = ("扫到的卡", HolderSearch.Unknown);
        }
        else
        {
            Q = q;
        }

        await OnGetAsync();
        return Page();
    }

    public async Task OnGetAsync()
    {
        var office = await db.OfficeAtAsync(currentUser);
        Pack = office.RulesOn(clock.Today);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            Found = ScanFault is null ? await db.FindResidentsAsync(office.Code, Q, MostFound) : [];
            return;
        }

        var rows = await db.DueRowsAsync(office, clock.Today);
        (Total, Asked) = (rows.Count, rows.Count(row => row.IsDone));
        FollowUps = await db.FollowUps.CountAsync(followUp => followUp.OfficeCode == office.Code && followUp.ClosedAt == null);
        OpenCases = await db.OpenCasesAsync(office.Code);
        var due = await db.DueCountsAsync(office.Code, Pack, clock.Today);
        Registers = [.. Pack.Registers.Where(form => due.ContainsKey(form.Kind)).Select(form => (form, due[form.Kind]))];
        PerWorker = rows.CountBy(row => row.WorkerName).ToDictionary();
        List<string> workers = [.. rows.Select(row => row.WorkerName).Distinct()];
        Due = await Listing.OfAsync(
            rows.AsQueryable(),
            new ListOrder<DueRow>(all => all.OrderBy(row => workers.IndexOf(row.WorkerName)).ThenBy(row => row.Entry.Number), all => all.ThenBy(row => row.Entry.Number)),
            Request);
    }
}
