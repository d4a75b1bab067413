using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Review;

/// <summary>审核 — who waits, the longest first.</summary>
public sealed class IndexModel(OfficeDb db, OfficeClock clock) : OfficePageModel
{
    public IReadOnlyList<Declaration> Waiting { get; private set; } = [];

    public IReadOnlyList<Declaration> Returned { get; private set; } = [];

    public DateTimeOffset Now => clock.Now;

    public async Task OnGetAsync()
    {
        Waiting = await db.FindDeclarations(null, DeclarationState.AwaitingReview);
        Returned = await db.FindDeclarations(null, DeclarationState.Returned);
    }
}
