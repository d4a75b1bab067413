using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Venues;

/// <summary>Base of the pages about one venue.</summary>
public abstract class VenuePageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    /// <summary>The venue.</summary>
    [FromRoute]
    public long Id { get; set; }

    public Venue Venue { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public RulePack Pack => Office.RulesOn(Today);

    public VenueTerms Terms => Pack.Venues;

    public DateOnly Today => clock.Today;

    protected OfficeDb Db => db;

    protected StaffMember Staff => currentUser.Staff!;

    protected DateTimeOffset Now => clock.Now;

    /// <summary>Whether the province has what the page is about.</summary>
    protected virtual bool IsOffered => true;

    protected override async Task<IActionResult?> LoadAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        if (!IsOffered || await db.Venues.SingleOrDefaultAsync(venue => venue.Id == Id && venue.OfficeCode == Office.Code) is not { } venue)
        {
            return NotFound();
        }

        Venue = venue;
        return null;
    }

    /// <summary>Changes what is kept of the venue in one transaction, then shows a page. The venue is read again first, now that nobody else can change it.</summary>
    /// <param name="change">The change, to the venue as it is then.</param>
    /// <param name="done">Success message.</param>
    /// <param name="next">Where it leads to.</param>
    /// <param name="whole">Name of the input for errors that concern no single field; if empty, they are shown above the form.</param>
    protected Task<IActionResult> ChangeAsync(Func<Task> change, string done, IActionResult next, string whole = "") =>
        SaveAsync(() => InTransactionAsync(change), done, next, whole: whole);

    /// <inheritdoc cref="ChangeAsync(Func{Task}, string, IActionResult, string)"/>
    protected Task<IActionResult> ChangeAsync(Action change, string done, IActionResult next, string whole = "") => ChangeAsync(
        () =>
        {
            change();
            return Task.CompletedTask;
        },
        done,
        next,
        whole);

    /// <summary>Does the work in one transaction, with the venue as it is then.</summary>
    protected Task InTransactionAsync(Func<Task> work) => db.InOneTransactionAsync(async () =>
    {
        db.ChangeTracker.Clear();
        await LoadAsync();
        await db.RequireNotDestroyedAsync(Office.Code);
        await work();
    });
}
