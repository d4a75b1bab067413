using HealthCode.Domain.Requests;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Requests;

/// <summary>查阅、纠错 — open requests, oldest first, then the answered ones.</summary>
public sealed class IndexModel(OfficeDb db, OfficeClock clock) : PageModel
{
    private static readonly ListOrder<ResidentRequest> OldestFirst = new ListOrder<ResidentRequest>(rows => rows.OrderBy(request => request.Id), rows => rows.ThenBy(request => request.Id))
        .By("number", request => request.Id).By("kind", request => request.Kind).By("received", request => request.ReceivedOn).By("due", request => request.DueOn);

    private static readonly ListOrder<ResidentRequest> NewestFirst = new ListOrder<ResidentRequest>(rows => rows.OrderByDescending(request => request.Id), rows => rows.ThenByDescending(request => request.Id))
        .By("number", request => request.Id).By("kind", request => request.Kind).By("received", request => request.ReceivedOn).By("answered", request => request.AnsweredOn);

    public Listing<ResidentRequest> Open { get; private set; } = Listing<ResidentRequest>.None;

    public Listing<ResidentRequest> Answered { get; private set; } = Listing<ResidentRequest>.None;

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync()
    {
        Open = await Listing.OfAsync(db.Requests.AsNoTracking().Where(request => request.Outcome == null), OldestFirst, Request);
        Answered = await Listing.OfAsync(db.Requests.AsNoTracking().Where(request => request.Outcome != null), NewestFirst, Request, "answered");
    }
}
