using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>截止时间 — what is due now with its countdown, and what may be added with one click.</summary>
public sealed class DeadlinesModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    private static readonly ListOrder<Deadline> Order = new ListOrder<Deadline>(rows => rows.OrderByDescending(deadline => deadline.Id), rows => rows.ThenByDescending(deadline => deadline.Id))
        .By("title", deadline => deadline.Title).By("on", deadline => deadline.FirstDay);

    public IReadOnlyList<DeadlineDay> Due { get; private set; } = [];

    public IReadOnlyList<(string Code, DeadlineDue Due)> Suggested { get; private set; } = [];

    /// <summary>Deadlines of which nothing is due now.</summary>
    public Listing<Deadline> Others { get; private set; } = Listing.None<Deadline>();

    public void OnGet()
    {
    }

    /// <summary>一键加入.</summary>
    /// <param name="code">Code of the suggestion.</param>
    public async Task<IActionResult> OnPostSuggestedAsync(string? code) => (await Db.SuggestedDeadlinesAsync(Pack)).FirstOrDefault(each => each.Code == code) is not { Due: { } due } ? NotFound()
        : await ChangeAsync(() => Db.Deadlines.Add(Deadline.Set(Office, due, Staff, Now)), $"已加入“{due.Title}”。", RedirectToPage());

    /// <summary>Whether its moment is over; a daily one never is.</summary>
    public bool IsOver(DeadlineDue due) => due.Day is { } day && BeijingTime.StartOf(day) + due.Time.ToTimeSpan() <= Now;

    protected override async Task ShowAsync()
    {
        Due = await Db.DueNowAsync(Office.Code, Today);
        var known = await Db.Deadlines.AsNoTracking().OrderByDescending(deadline => deadline.Id).ToListAsync();
        Suggested = [.. (await Db.SuggestedDeadlinesAsync(Pack)).Where(each => !known.Exists(deadline => !deadline.IsEnded && deadline.Title == each.Due.Title && deadline.Time == each.Due.Time.Typed()))];
        Others = await Listing.OfAsync(known.Where(deadline => Due.All(due => due.Deadline.Id != deadline.Id)).AsQueryable(), Order, Request);
    }
}
