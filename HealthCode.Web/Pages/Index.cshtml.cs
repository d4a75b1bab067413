using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Auditing;
using HealthCode.Web.Backups;
using HealthCode.Web.Couriers;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Hosting;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using HealthCode.Web.Statistics;
using HealthCode.Web.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages;

/// <summary>首页 — what waits for this user, by his roles, in the order of the day.</summary>
public sealed class IndexModel(
    OfficeDb db, CurrentUser currentUser, OfficeClock clock, BackupFiles files, PageAuthorization authorization, FirstSteps firstSteps, ServerState serverState, Practice practice, DemoMode demo,
    IncomingPackages packages) : OfficePageModel
{
    private const int Rows = 8;
    private const int DaysOfPackages = 7;

    /// <summary>Cookie of the users of this PC who do not want to see the first steps any more.</summary>
    private const string HiddenSteps = "HealthCode.FirstSteps";

    // Usually as they come, those that stand out first.
    private static readonly ListOrder<VillageStanding> VillageOrder = new ListOrder<VillageStanding>(rows => rows.OrderBy(_ => 0), rows => rows.ThenBy(village => village.Code))
        .By("name", village => village.Name).By("review", village => village.AwaitingReview).By("paper", village => village.AwaitingPaper)
        .By("submitted", village => village.SubmittedToday).By("handed", village => village.HandedOverToday);

    /// <summary>Null for users who may not see the figures, e.g. administrators.</summary>
    public DashboardFigures? Figures { get; private set; }

    /// <summary>退回补正 that wait for a clerk.</summary>
    public int Returned { get; private set; }

    public IReadOnlyList<Declaration> Longest { get; private set; } = [];

    /// <summary>待盖章, for the keeper of the seal.</summary>
    public IReadOnlyList<HealthPass> ToStamp { get; private set; } = [];

    public int ToStampCount { get; private set; }

    /// <summary>Offices in the user's scope whose epidemic has been declared over.</summary>
    public IReadOnlyList<Office> Ended { get; private set; } = [];

    /// <summary>What is wrong with the backups; null if nothing is, or if the user sees it in <see cref="Server"/> or has no part in it.</summary>
    public string? BackupReminder { get; private set; }

    /// <summary>How the server stands; empty for all but its administrator.</summary>
    public IReadOnlyList<StateLine> Server { get; private set; } = [];

    /// <summary>How the audit stands; null for users who do not read it.</summary>
    public StateLine? AuditState { get; private set; }

    /// <summary>开头五步; empty if they are done, hidden, or not for this user.</summary>
    public IReadOnlyList<FirstStep> Steps { get; private set; } = [];

    /// <summary>What 跟着做一遍 leads through; empty if it is not offered.</summary>
    public IReadOnlyList<string> PracticeParts { get; private set; } = [];

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

    /// <summary>The villages of a township, where something stands out first; null for users of one office.</summary>
    public Listing<VillageStanding>? Villages { get; private set; }

    /// <summary>How many of them stand out.</summary>
    public int StandOut { get; private set; }

    public DateTimeOffset Now => clock.Now;

    public IActionResult OnGet() => currentUser.CheckpointId is null ? Page() : RedirectToPage("/Checkpoints/Check");

    /// <summary>不再显示.</summary>
    public IActionResult OnPostHideSteps()
    {
        var hidden = Hidden().Append(currentUser.Staff!.UserName).Distinct();
        Response.Cookies.Append(HiddenSteps, string.Join('|', hidden.TakeLast(20)), new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(3650),
        });
        return RedirectToPage();
    }

    /// <summary>跟着做一遍.</summary>
    public async Task<IActionResult> OnPostPracticeAsync()
    {
        if (!demo.IsOn || await practice.FirstPageAsync() is not { } first)
        {
            return RedirectToPage();
        }

        practice.Begin();
        return RedirectToPage(first);
    }

    /// <summary>不要了, or the end.</summary>
    public IActionResult OnPostEndPractice(string? returnUrl)
    {
        practice.End();
        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToPage();
    }

    protected override async Task ShowAsync()
    {
        // The administrator of the server sees every office on it.
        var keepsServer = await authorization.AllowsAsync(Policies.Administration);
        var reach = keepsServer ? "" : currentUser.ScopePrefix;
        Ended = await db.Offices.AsNoTracking().Where(office => office.EpidemicEndedOn != null && office.Code.StartsWith(reach)).OrderBy(office => office.Code).ToListAsync();
        Destroyed = Ended.Count == 0 ? [] : await db.DestructionRecords.IgnoreQueryFilters().Where(record => record.FinishedAt != null).Select(record => record.OfficeCode).ToListAsync();
        Steps = Hidden().Contains(currentUser.Staff!.UserName) ? [] : await firstSteps.AllAsync();
        PracticeParts = demo.IsOn && !practice.IsOn && await practice.FirstPageAsync() is not null ? [.. (await practice.PartsAsync()).Select(part => part.Part)] : [];
        if (keepsServer)
        {
            Server = await serverState.LinesAsync();
        }
        else if (Steps.All(step => step.Page != FirstSteps.BackupPage || step.IsDone) && (await authorization.AllowsAsync(Policies.Review) || await authorization.AllowsAsync(Policies.CourierReceive)))
        {
            BackupReminder = await db.BackupReminderAsync(files, clock.Now);
        }

        await ShowWorkAsync();
        if (currentUser.OfficeCode is null && Figures is not null)
        {
            await ShowVillagesAsync();
        }

        if (await authorization.AllowsAsync(Policies.Audit))
        {
            AuditState = await db.AuditRecords.AsNoTracking().Where(record => record.Action == AuditCheck.ActionName).OrderByDescending(record => record.Id).FirstOrDefaultAsync() is { } check
                ? new(check.Detail.Contains("不对", StringComparison.Ordinal) ? "ended" : "good", $"上次校验审计：{check.At.ChineseShort()}，{check.Detail}", "/Audit/Index", "看审计")
                : new("caution", "审计还没有校验过。", "/Audit/Index", "去校验");
        }
    }

    /// <summary>What is done at the desks of an office.</summary>
    private async Task ShowWorkAsync()
    {
        if (await authorization.AllowsAsync(Policies.Figures))
        {
            Figures = await DashboardFigures.OfAsync(db, clock);
        }

        if (currentUser.OfficeCode is not null && await authorization.AllowsAsync(Policies.Search))
        {
            Longest = await db.Declarations.AsNoTracking().Where(declaration => declaration.State == DeclarationState.AwaitingReview)
                .OrderBy(declaration => declaration.WaitingSince).Take(Rows).ToListAsync();
        }

        if (await authorization.AllowsAsync(Policies.Declare))
        {
            Returned = await db.Declarations.CountAsync(declaration => declaration.State == DeclarationState.Returned);
        }

        if (await authorization.AllowsAsync(Policies.SealKeeping))
        {
            var today = clock.Today;
            var printed = db.Passes.AsNoTracking().Where(pass => pass.State == PassState.Printed && pass.Validity.LastDay >= today);
            (ToStamp, ToStampCount) = (await printed.OrderBy(pass => pass.Id).Take(Rows).ToListAsync(), await printed.CountAsync());
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
    }

    /// <summary>Offices on this server, and those that send packages.</summary>
    private async Task ShowVillagesAsync()
    {
        var here = await VillageStanding.AllAsync(db, clock.Now);
        var elsewhere = (await packages.OfficesAsync(clock.Today.AddDays(1 - DaysOfPackages), clock.Today)).Where(office => here.All(village => village.Code != office.Code))
            .Select(office => VillageStanding.Elsewhere(office.Code, office.Name, office.Days, clock.Today));
        var villages = VillageStanding.Ordered(here.Concat(elsewhere), clock.Now);
        StandOut = villages.Count(village => village.StandsOut(clock.Now).Count > 0);
        Villages = await Listing.OfAsync(villages.AsQueryable(), VillageOrder, Request);
    }

    private string[] Hidden() => (Request.Cookies[HiddenSteps] ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries);
}
