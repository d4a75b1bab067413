using HealthCode.Domain.Offices;
using HealthCode.Domain.Outreach;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Residents.Outreach;

/// <summary>Base of the pages about one round.</summary>
public abstract class RoundPageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    /// <summary>The round.</summary>
    [FromRoute(Name = "round")]
    public long Id { get; set; }

    public OutreachRound Round { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    protected OfficeDb Db => db;

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.OutreachRounds.AsNoTracking().SingleOrDefaultAsync(round => round.Id == Id) is not { } round)
        {
            return NotFound();
        }

        (Round, Office) = (round, await db.OfficeAtAsync(currentUser));
        return null;
    }

    /// <summary>The rows of the list by their numbers.</summary>
    protected async Task<IReadOnlyList<(OutreachVisit Visit, Resident Resident)>> RowsAsync() =>
        [.. (await db.OutreachVisits.AsNoTracking().Where(visit => visit.RoundId == Id).Join(db.Residents.AsNoTracking(), visit => visit.ResidentId, resident => resident.Id, (visit, resident) => new { visit, resident })
            .OrderBy(row => row.visit.Number).ToListAsync()).Select(row => (row.visit, row.resident))];
}
