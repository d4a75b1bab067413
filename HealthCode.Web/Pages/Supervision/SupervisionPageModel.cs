using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>Base of the pages of supervision: the office and what its province's notices say.</summary>
public abstract class SupervisionPageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    public Office Office { get; private set; } = null!;

    public RulePack Pack => Office.RulesOn(Today);

    public SupervisionTerms Terms => Pack.Supervision;

    public DateOnly Today => clock.Today;

    public DateTimeOffset Now => clock.Now;

    protected OfficeDb Db => db;

    protected StaffMember Staff => currentUser.Staff!;

    /// <summary>Whether the province's notices know this desk; where they do not, the page answers 404.</summary>
    protected virtual bool IsKnown => true;

    /// <summary>Loads the subject of the page.</summary>
    /// <returns>False if there is none within reach.</returns>
    protected virtual Task<bool> FindAsync() => Task.FromResult(true);

    protected sealed override async Task<IActionResult?> LoadAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        return IsKnown && await FindAsync() ? null : NotFound();
    }

    /// <summary>Writes something down in one transaction. What the page is about is read again first: somebody else may have changed it since.</summary>
    /// <param name="change">The change.</param>
    /// <param name="done">Success message.</param>
    /// <param name="next">Where it leads to, asked after the change.</param>
    /// <param name="whole">Name of the input for errors that concern no single field; if empty, they are shown above the form.</param>
    protected Task<IActionResult> ChangeAsync(Func<Task> change, string done, Func<IActionResult> next, string whole = "") => SaveAsync(
        async () =>
        {
            await db.InOneTransactionAsync(async () =>
            {
                db.ChangeTracker.Clear();
                await LoadAsync();
                await db.RequireNotDestroyedAsync(Office.Code);
                await change();
            });
            StatusMessage = done;
            return next();
        },
        whole: whole);

    /// <inheritdoc cref="ChangeAsync(Func{Task}, string, Func{IActionResult}, string)"/>
    protected Task<IActionResult> ChangeAsync(Action change, string done, IActionResult next, string whole = "") => ChangeAsync(
        () =>
        {
            change();
            return Task.CompletedTask;
        },
        done,
        () => next,
        whole);

    /// <summary>Writes the print down and answers with the paper.</summary>
    protected async Task<IActionResult> PrintAsync(string action, object about, byte[] paper)
    {
        db.Audit(action, db.DescriptionOf(about));
        await db.SaveChangesAsync();
        return File(paper, "application/pdf");
    }
}
