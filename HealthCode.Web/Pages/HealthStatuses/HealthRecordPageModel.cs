using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>Base of the pages about one resident's health record.</summary>
public abstract class HealthRecordPageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    /// <summary>The resident.</summary>
    [FromRoute]
    public long Id { get; set; }

    public HealthRecord Record { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public RulePack Pack => Office.RulesOn(Today);

    public HealthCodeTerms Terms => Pack.HealthCode;

    public DateOnly Today => clock.Today;

    protected OfficeDb Db => db;

    protected StaffMember Staff => currentUser.Staff!;

    protected DateTimeOffset Now => clock.Now;

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await HealthRecord.FindAsync(db, Id) is not { } record)
        {
            return NotFound();
        }

        (Record, Office) = (record, await db.OfficeAtAsync(currentUser));
        return null;
    }

    /// <summary>Changes the record in one transaction, then shows it. The record is read again first, now that nobody else can change it: what was read before may be
    /// older than what another clerk has saved.</summary>
    /// <param name="change">The change, to the record as it is then.</param>
    /// <param name="done">Success message.</param>
    /// <param name="next">Where it leads to; the person's page if null.</param>
    /// <param name="whole">Name of the input for errors that concern no single field; if empty, they are shown above the form.</param>
    protected Task<IActionResult> ChangeAsync(Action change, string done, IActionResult? next = null, string whole = "") => SaveAsync(
        () => db.InOneTransactionAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await LoadAsync();
            await db.RequireNotDestroyedAsync(Office.Code);
            change();
        }),
        done,
        next ?? RedirectToPage("Details", new { Id }),
        whole: whole);
}
