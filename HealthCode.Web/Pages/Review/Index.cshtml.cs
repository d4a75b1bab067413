using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Review;

/// <summary>审核 — declarations that wait for review, longest wait first, and those returned.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, ListSearch search) : OfficePageModel
{
    private static readonly ListOrder<Declaration> Order = new ListOrder<Declaration>(rows => rows.OrderBy(declaration => declaration.WaitingSince), rows => rows.ThenBy(declaration => declaration.Id))
        .By("number", declaration => declaration.Number).By("waiting", declaration => declaration.WaitingSince);

    public Listing<Declaration> Waiting { get; private set; } = Listing.None<Declaration>();

    public Listing<Declaration> Returned { get; private set; } = Listing.None<Declaration>();

    /// <summary>What is looked for.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The pass rules. Only read if declarations are waiting, because an office without passes has none.</summary>
    public PassTerms Terms => Office.RulesOn(clock.Today).Pass;

    public DateTimeOffset Now => clock.Now;

    private Office Office { get; set; } = null!;

    public void OnGet()
    {
    }

    public IActionResult OnPostSearch(string? q) => LocalRedirect(search.AddressOf(Request, q));

    protected override async Task ShowAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        Text = search.TextOf(Request);
        var found = await db.FoundDeclarationsAsync(Text);
        IQueryable<Declaration> In(DeclarationState state)
        {
            var declarations = db.Declarations.AsNoTracking().Where(declaration => declaration.State == state);
            return found is null ? declarations : declarations.Where(declaration => found.Contains(declaration.Id));
        }

        Waiting = await Listing.OfAsync(In(DeclarationState.AwaitingReview), Order, Request);
        Returned = await Listing.OfAsync(In(DeclarationState.Returned), Order, Request, "returned");
    }
}
