using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Tips;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Tips;

/// <summary>Base of the pages about tips. Where the province's notices know no such desk, none of them is there.</summary>
public abstract class TipPageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    public Office Office { get; private set; } = null!;

    public TipTerms Terms { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public DateTimeOffset Now => clock.Now;

    protected OfficeDb Db => db;

    protected StaffMember Staff => currentUser.Staff!;

    /// <summary>Loads the subject of the page.</summary>
    /// <returns>False if there is none within reach.</returns>
    protected virtual Task<bool> FindAsync() => Task.FromResult(true);

    /// <summary>The tip with this key; null if the office has none.</summary>
    protected Task<Tip?> TipAsync(long id) => db.Tips.SingleOrDefaultAsync(tip => tip.Id == id && tip.OfficeCode == Office.Code);

    protected sealed override async Task<IActionResult?> LoadAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        if (Office.RulesOn(Today).Tips is not { } terms)
        {
            return NotFound();
        }

        Terms = terms;
        return await FindAsync() ? null : NotFound();
    }

    /// <summary>Writes something down in one transaction. What the page is about is read again first: somebody else may have changed it since.</summary>
    /// <param name="change">The change.</param>
    /// <param name="done">Success message, asked after the change.</param>
    /// <param name="next">Where it leads to, asked after the change.</param>
    /// <param name="whole">Name of the input for errors that concern no single field; if empty, they are shown above the form.</param>
    protected Task<IActionResult> ChangeAsync(Func<Task> change, Func<string> done, Func<IActionResult> next, string whole = "") => SaveAsync(
        async () =>
        {
            await db.InOneTransactionAsync(async () =>
            {
                db.ChangeTracker.Clear();
                await LoadAsync();
                await db.RequireNotDestroyedAsync(Office.Code);
                await change();
            });
            StatusMessage = done();
            return next();
        },
        whole: whole);

    /// <summary>Writes the print down and answers with the paper.</summary>
    protected async Task<IActionResult> PrintAsync(string action, string about, byte[] paper)
    {
        db.Audit(action, about);
        await db.SaveChangesAsync();
        return File(paper, "application/pdf");
    }

    /// <summary>A moment typed as day and time of day; null, with an error at its input, if it cannot be read.</summary>
    protected DateTimeOffset? Moment(DateOnly? day, string? time, string dayInput, string timeInput)
    {
        if (day is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Input." + dayInput, "请填写日期，例如 3.5。");
        }

        if (!TypedTime.TryParse(time, out var at))
        {
            ModelState.AddModelError("Input." + timeInput, "请填写几点，例如 9:30。");
            return null;
        }

        return day is { } on ? BeijingTime.StartOf(on) + at.ToTimeSpan() : null;
    }
}
