using HealthCode.Domain.People;
using HealthCode.Domain.Requests;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Requests;

/// <summary>查阅、纠错 — open requests, oldest first, then the answered ones.</summary>
public sealed class IndexModel(OfficeDb db, OfficeClock clock, ListSearch search) : PageModel
{
    private static readonly ListOrder<ResidentRequest> OldestFirst = new ListOrder<ResidentRequest>(rows => rows.OrderBy(request => request.Id), rows => rows.ThenBy(request => request.Id))
        .By("number", request => request.Id).By("kind", request => request.Kind).By("received", request => request.ReceivedOn).By("due", request => request.DueOn);

    private static readonly ListOrder<ResidentRequest> NewestFirst = new ListOrder<ResidentRequest>(rows => rows.OrderByDescending(request => request.Id), rows => rows.ThenByDescending(request => request.Id))
        .By("number", request => request.Id).By("kind", request => request.Kind).By("received", request => request.ReceivedOn).By("answered", request => request.AnsweredOn);

    public Listing<ResidentRequest> Open { get; private set; } = Listing.None<ResidentRequest>();

    public Listing<ResidentRequest> Answered { get; private set; } = Listing.None<ResidentRequest>();

    /// <summary>What is looked for: a name, its initials, or the number of a request.</summary>
    public string Text { get; private set; } = "";

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync()
    {
        Text = search.TextOf(Request);
        var open = db.Requests.AsNoTracking().Where(request => request.Outcome == null);
        var answered = db.Requests.AsNoTracking().Where(request => request.Outcome != null);
        Open = await Listing.OfAsync(await FoundAsync(open), OldestFirst, Request);
        Answered = await Listing.OfAsync(await FoundAsync(answered), NewestFirst, Request, "answered");
    }

    public IActionResult OnPostSearch(string? q) => LocalRedirect(search.AddressOf(Request, q));

    // Names are encrypted, so the database cannot look for them.
    private async Task<IQueryable<ResidentRequest>> FoundAsync(IQueryable<ResidentRequest> requests) =>
        Text.Length == 0 ? requests : (await requests.ToListAsync()).Where(IsMeant).AsQueryable();

    private bool IsMeant(ResidentRequest request) =>
        request.Applicant.Contains(Text, StringComparison.Ordinal) || $"{request.Id}" == Text
        || PinyinInitials.Of(request.Applicant).Any(initials => initials.StartsWith(Text, StringComparison.OrdinalIgnoreCase));
}
