using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>一个截止时间 — day by day who has reported, and a form for the next.</summary>
public sealed class DeadlineModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    private const int ShownDays = 7;

    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public DeadlineReportInput Input { get; set; } = new();

    public Deadline Deadline { get; private set; } = null!;

    /// <summary>The last days on which it was due, newest first.</summary>
    public IReadOnlyList<DeadlineDay> Days { get; private set; } = [];

    public IReadOnlyList<Choice> Reporters => [.. Deadline.Reporters.Select(reporter => new Choice(reporter, reporter))];

    /// <summary>Whether somebody has not reported yet for a day that is shown.</summary>
    public bool HasForm => Days.Any(day => !day.IsComplete);

    public async Task OnGetAsync() => Input.ReportDay = (await DaysAsync()).FirstOrDefault(day => !day.IsComplete)?.Day ?? Today;

    public Task<IActionResult> OnPostAsync()
    {
        if (Input.ReportDay is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Input.ReportDay", "请填报的是哪天的。");
        }

        return ChangeAsync(
            async () => Db.DeadlineReports.Add(DeadlineReport.Write(
                Deadline, Input.ReportDay!.Value, Input.Reporter ?? "", LineAttribute.Clean(Input.Note), await Db.DeadlineReports.Where(report => report.DeadlineId == Id && report.Day == Input.ReportDay).ToListAsync(), Staff, Now)),
            "已记下。",
            () => RedirectToPage(new { Id }));
    }

    public Task<IActionResult> OnPostEndAsync() => ChangeAsync(() => Deadline.End(LineAttribute.Clean(Input.EndReason), Today), "已记下，从今天起不用报了。", RedirectToPage(new { Id }));

    protected override async Task<bool> FindAsync()
    {
        if (await Db.Deadlines.SingleOrDefaultAsync(deadline => deadline.Id == Id) is not { } deadline)
        {
            return false;
        }

        Deadline = deadline;
        return true;
    }

    protected override async Task ShowAsync() => Days = await DaysAsync();

    private async Task<IReadOnlyList<DeadlineDay>> DaysAsync()
    {
        var first = Deadline.IsDaily ? Today.AddDays(1 - ShownDays) : Deadline.FirstDay;
        var reports = await Db.DeadlineReports.AsNoTracking().Where(report => report.DeadlineId == Id && report.Day >= first).ToListAsync();
        return [.. SupervisionQueries.DaysOf(Deadline, reports, first, Deadline.IsDaily ? Today : Deadline.FirstDay).Reverse()];
    }
}
