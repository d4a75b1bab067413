using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Passes;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>近几天的关口记录 of a card: checkpoints and times, without names.</summary>
public sealed class HistoryModel(OfficeDb db, CurrentUser currentUser, CardVerification verification, OfficeClock clock) : PageModel
{
    private static readonly ListOrder<Passage> Order = new ListOrder<Passage>(rows => rows.OrderByDescending(passage => passage.Id), rows => rows.ThenByDescending(passage => passage.Id))
        .By("at", passage => passage.At).By("gate", passage => passage.CheckpointName);

    public PassNumber Number { get; private set; }

    public int Days { get; private set; }

    public Listing<Passage> Passages { get; private set; } = Listing.None<Passage>();

    public async Task<IActionResult> OnGetAsync(string number)
    {
        if (!PassNumber.TryParse(number, out var parsed))
        {
            return NotFound();
        }

        Days = (await db.OfficeAtAsync(currentUser)).RulesOn(clock.Today).HistoryDays;
        (Number, Passages) = (parsed, await Listing.OfAsync((await verification.HistoryAsync(parsed, Days)).AsQueryable(), Order, Request));
        return Page();
    }
}
