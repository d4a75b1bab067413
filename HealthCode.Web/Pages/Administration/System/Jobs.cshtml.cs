using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Jobs;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.System;

/// <summary>定时工作 — the scheduled jobs: last run, result, next run; each can also be started by hand.</summary>
public sealed class JobsModel(OfficeDb db, OfficeClock clock, CurrentUser currentUser, JobRunner runner, RecurringJobs recurring, FailedJobs failed, DataFolder folder, IConfiguration settings) : OfficePageModel
{
    private static readonly ListOrder<JobRun> Order = new ListOrder<JobRun>(rows => rows.OrderByDescending(run => run.Id), rows => rows.ThenByDescending(run => run.Id))
        .By("job", run => run.Job).By("at", run => run.Id);

    [BindProperty]
    public DeadlinesInput Input { get; set; } = new();

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>没有做成: failed jobs, both those that will be retried and those that will not.</summary>
    public IReadOnlyList<FailedJob> Failed { get; private set; } = [];

    public Listing<JobRun> Recent { get; private set; } = Listing.None<JobRun>();

    /// <summary>Whether the server was started with background jobs disabled.</summary>
    public bool IsOff => !settings.GetValue(JobsSetUp.Setting, true);

    public string Folder => folder.Reports;

    public async Task OnGetAsync()
    {
        var deadlines = await db.DeadlinesAsync();
        Input = new() { Group = deadlines.Group.Typed(), Office = deadlines.Office.Typed() };
    }

    /// <summary>立即运行: runs a job within the request.</summary>
    public async Task<IActionResult> OnPostRunAsync(string? job)
    {
        if (Schedule.Find(job) is not { } known)
        {
            return NotFound();
        }

        db.Audit("立即运行", known.Name);
        await db.SaveChangesAsync();
        var run = await runner.RunNowAsync(known, currentUser.Staff!);
        StatusMessage = $"{known.Name}：{run?.Result}";
        return RedirectToPage();
    }

    /// <summary>改时限: saves the deadlines and reschedules the jobs.</summary>
    public Task<IActionResult> OnPostAsync()
    {
        var (group, office) = (Read(Input.Group, nameof(Input.Group)), Read(Input.Office, nameof(Input.Office)));
        return SaveAsync(
            async () =>
            {
                await db.InOneTransactionAsync(() => db.SetDeadlinesAsync(group, office));
                await recurring.RescheduleAsync(db);
            },
            $"已保存。当天的日报 {ReportDeadlines.GenerationTimeFor(group).Typed()} 出，前一天的日报 {ReportDeadlines.GenerationTimeFor(office).Typed()} 出。",
            RedirectToPage());
    }

    protected override async Task ShowAsync()
    {
        var deadlines = await db.DeadlinesAsync();
        List<Line> lines = [];
        foreach (var job in Schedule.All)
        {
            var last = await db.JobRuns.AsNoTracking().Where(run => run.Job == job.Code).OrderByDescending(run => run.Id).FirstOrDefaultAsync();
            lines.Add(new(job, job.At(deadlines), last, job.NextDue(deadlines, clock.Now)));
        }

        (Lines, Failed, Recent) = (lines, failed.All(), await Listing.OfAsync(db.JobRuns.AsNoTracking(), Order, Request));
    }

    private TimeOnly Read(string? typed, string field)
    {
        if (!TypedTime.TryParse(typed, out var time) && !string.IsNullOrWhiteSpace(typed))
        {
            ModelState.AddModelError($"{nameof(Input)}.{field}", $"“{(typed.Length > 20 ? typed[..20] + "…" : typed)}”看不懂，时间请写成 22:00。");
        }

        return time;
    }

    /// <summary>One scheduled job as a row of the page.</summary>
    public sealed record Line(ScheduledJob Job, TimeOnly At, JobRun? Last, DateTimeOffset Next);
}
