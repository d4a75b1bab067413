using HealthCode.Domain.Requests;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Requests;

/// <summary>查阅、纠错 — open requests, oldest first, then the answered ones.</summary>
public sealed class IndexModel(OfficeDb db, OfficeClock clock) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<ResidentRequest> Open { get; private set; } = [];

    public IReadOnlyList<ResidentRequest> Answered { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync()
    {
        Open = await db.Requests.AsNoTracking().Where(request => request.Outcome == null).OrderBy(request => request.Id).ToListAsync();
        Answered = await db.Requests.AsNoTracking().Where(request => request.Outcome != null).OrderByDescending(request => request.Id).Take(Most).ToListAsync();
    }
}
