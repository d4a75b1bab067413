using HealthCode.Domain.Declarations;
using HealthCode.Domain.Requests;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Requests;

/// <summary>一份查阅、纠错申请.</summary>
public sealed class DetailsModel(OfficeDb db, OfficeClock clock) : OfficePageModel
{
    public ResidentRequest Asked { get; private set; } = null!;

    /// <summary>The declaration the request is about, or null.</summary>
    public Declaration? Declaration { get; private set; }

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await db.Requests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == id) is not { } found)
        {
            return NotFound();
        }

        Asked = found;
        Declaration = await db.Declarations.AsNoTracking().SingleOrDefaultAsync(declaration => declaration.Id == found.DeclarationId);
        return Page();
    }
}
