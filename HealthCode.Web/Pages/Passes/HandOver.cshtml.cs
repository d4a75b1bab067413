using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Passes;

/// <summary>一起发放 — hands the stamped cards of a household to one collector, in one transaction.</summary>
public sealed class HandOverModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    /// <summary>Key of any card of the household.</summary>
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public HouseholdHandOverInput Input { get; set; } = new();

    public IReadOnlyList<(HealthPass Pass, PassDisplayState State)> Cards { get; private set; } = [];

    /// <summary>The card of <see cref="Id"/>.</summary>
    public HealthPass Pass { get; private set; } = null!;

    /// <summary>Whether the ticks are those of a posted form.</summary>
    public bool WasPosted => HttpMethods.IsPost(Request.Method);

    private Office Office { get; set; } = null!;

    /// <summary>Whether a card can be handed over now.</summary>
    public bool IsReady(HealthPass pass) => pass.State == PassState.Stamped && pass.IsLive(clock.Today);

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(async () =>
    {
        var (handed, left) = await db.InOneTransactionAsync(async () =>
        {
            var chosen = await (await db.PassesOfSittingAsync(Pass)).Where(pass => Input.Cards.Contains(pass.Id)).ToListAsync();
            var notReady = HouseholdHandOver.HandOver(chosen, LineAttribute.Clean(Input.CollectedBy), LineAttribute.Clean(Input.Relation), Office, clock.Now, clock.Today);
            return (chosen.Count - notReady.Count, notReady);
        });
        StatusMessage = $"已发放 {handed} 张。{(left.Count == 0 ? "" : $"没有发的：{string.Join("、", left.Select(pass => $"{pass.Holder.Name.Value}（{PassDisplayState.Of(pass, Office, clock.Today).Word}）"))}。")}";
        return RedirectToPage("/Declarations/Sitting", new { id = Pass.DeclarationId });
    });

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.Passes.AsNoTracking().SingleOrDefaultAsync(each => each.Id == Id && each.OfficeCode == currentUser.OfficeCode) is not { } pass)
        {
            return NotFound();
        }

        (Pass, Office) = (pass, await db.Offices.AsNoTracking().SingleAsync(office => office.Code == pass.OfficeCode));
        Cards = [.. (await (await db.PassesOfSittingAsync(pass)).AsNoTracking().ToListAsync()).Select(each => (each, PassDisplayState.Of(each, Office, clock.Today)))];
        return null;
    }
}
