using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Review;

/// <summary>审核 — declarations that wait for review, longest wait first, and those returned.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    public IReadOnlyList<Declaration> Waiting { get; private set; } = [];

    public IReadOnlyList<Declaration> Returned { get; private set; } = [];

    /// <summary>The pass rules. Only read if declarations are waiting, because an office without passes has none.</summary>
    public PassTerms Terms => Office.RulesOn(clock.Today).Pass;

    public DateTimeOffset Now => clock.Now;

    private Office Office { get; set; } = null!;

    public async Task OnGetAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        Waiting = await db.FindDeclarationsAsync(null, DeclarationState.AwaitingReview);
        Returned = await db.FindDeclarationsAsync(null, DeclarationState.Returned);
    }
}
