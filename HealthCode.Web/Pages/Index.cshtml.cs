using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Offices;
using HealthCode.Web.Security;
using HealthCode.Web.Statistics;
using HealthCode.Web.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages;

/// <summary>首页 — counts of open work, the declarations that have waited longest, and today's figures.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, BackupFiles files, PageAuthorization authorization) : PageModel
{
    private const int LongestWaits = 8;

    /// <summary>Null for users who may not see the figures, e.g. administrators.</summary>
    public DashboardFigures? Figures { get; private set; }

    public IReadOnlyList<Declaration> Longest { get; private set; } = [];

    /// <summary>Offices in the user's scope whose epidemic has been declared over.</summary>
    public IReadOnlyList<Office> Ended { get; private set; } = [];

    /// <summary>What is wrong with the backups; null if nothing is or the user is neither administrator nor reviewer.</summary>
    public string? BackupReminder { get; private set; }

    /// <summary>Codes of the offices whose data has been destroyed completely.</summary>
    public IReadOnlyList<string> Destroyed { get; private set; } = [];

    /// <summary>今天要问的, as the list of the day has it; null for users who keep no health records.</summary>
    public (int Total, int Asked)? Due { get; private set; }

    /// <summary>台账: entries with something to be done today, by register.</summary>
    public IReadOnlyList<(RegisterForm Form, int Count)> Registers { get; private set; } = [];

    /// <summary>待随访 that are open.</summary>
    public int FollowUps { get; private set; }

    /// <summary>Deadlines for which somebody has not reported yet, soonest first; empty for users who have no part in supervision.</summary>
    public IReadOnlyList<DeadlineDay> NotReported { get; private set; } = [];

    public DateTimeOffset Now => clock.Now;

    public async Task<IActionResult> OnGetAsync()
    {
        if (currentUser.CheckpointId is not null)
        {
            return RedirectToPage("/Checkpoints/Check");
        }

        // The administrator of the server sees every office on it.
        var keepsServer = await authorization.AllowsAsync(Policies.Administration);
        var reach = keepsServer ? "" : currentUser.Scope!;
        Ended = await db.Offices.AsNoTracking().Where(office => office.EpidemicEndedOn != null && office.Code.StartsWith(reach)).OrderBy(office => office.Code).ToListAsync();
        Destroyed = Ended.Count == 0 ? [] : await db.DestructionRecords.IgnoreQueryFilters().Where(record => record.FinishedAt != null).Select(record => record.OfficeCode).ToListAsync();
        if (keepsServer || await authorization.AllowsAsync(Policies.Review))
        {
            BackupReminder = await db.BackupReminderAsync(files, clock.Now);
        }

        if (await authorization.AllowsAsync(Policies.Figures))
        {
            Figures = await DashboardFigures.OfAsync(db, clock);
            Longest = [.. (await db.FindDeclarationsAsync(null, DeclarationState.AwaitingReview)).Take(LongestWaits)];
        }

        if (currentUser.OfficeCode is not null && await authorization.AllowsAsync(Policies.HealthStatuses))
        {
            Due = await db.DueCountsAsync(await db.OfficeAtAsync(currentUser), clock.Today);
            FollowUps = await db.FollowUps.CountAsync(followUp => followUp.ClosedAt == null);
        }

        if (currentUser.OfficeCode is not null && await authorization.AllowsAsync(Policies.Registers))
        {
            var office = await db.OfficeAtAsync(currentUser);
            var pack = office.RulesOn(clock.Today);
            var due = await db.DueCountsAsync(office.Code, pack, clock.Today);
            Registers = [.. pack.Registers.Where(form => due.ContainsKey(form.Kind)).Select(form => (form, due[form.Kind]))];
        }

        if (currentUser.OfficeCode is { } code && await authorization.AllowsAsync(Policies.Supervision))
        {
            NotReported = [.. (await db.DueNowAsync(code, clock.Today)).Where(due => !due.IsComplete && due.DueAt < OfficeClock.StartOf(clock.Today.AddDays(1)))];
        }

        return Page();
    }
}
