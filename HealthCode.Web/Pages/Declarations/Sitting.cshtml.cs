using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>这一户 — who was declared together, how far each is, and what is done for all of them at once.</summary>
public sealed class SittingModel(OfficeDb db, OfficeClock clock) : OfficePageModel
{
    /// <summary>Key of any declaration of the sitting.</summary>
    [FromRoute]
    public long Id { get; set; }

    public IReadOnlyList<SittingRow> Rows { get; private set; } = [];

    public IReadOnlyList<HealthPass> Cards => [.. Rows.Select(row => row.Pass).OfType<HealthPass>()];

    public Declaration? NextToReview => Rows.Select(row => row.Declaration).FirstOrDefault(each => each.State == DeclarationState.AwaitingReview);

    /// <summary>Whether a live card is at this step.</summary>
    public bool Waits(PassState state) => Cards.Any(card => card.State == state && card.IsLive(clock.Today));

    public void OnGet()
    {
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.Declarations.AsNoTracking().SingleOrDefaultAsync(each => each.Id == Id) is not { } one)
        {
            return NotFound();
        }

        var declarations = await db.Declarations.AsNoTracking().OfSitting(one).ToListAsync();
        var ids = declarations.ConvertAll(each => each.Id);
        var passes = await db.Passes.AsNoTracking().Where(pass => ids.Contains(pass.DeclarationId) && pass.IsCurrent).ToListAsync();
        var office = await db.Offices.AsNoTracking().SingleAsync(each => each.Code == one.OfficeCode);
        var others = await OtherHouseholdsAsync(declarations);
        Rows =
        [
            .. from declaration in declarations
               let pass = passes.Find(each => each.DeclarationId == declaration.Id)
               select new SittingRow(declaration, pass, pass is null ? null : PassDisplayState.Of(pass, office, clock.Today), others.GetValueOrDefault(declaration.PersonKey)),
        ];
        return null;
    }

    /// <summary>户号 of whoever the roster has in another household than the first of them.</summary>
    private async Task<Dictionary<string, string>> OtherHouseholdsAsync(List<Declaration> declarations)
    {
        var keys = declarations.ConvertAll(each => each.PersonKey);
        var known = await db.Residents.AsNoTracking().Where(resident => resident.OfficeCode == declarations[0].OfficeCode && keys.Contains(resident.PersonKey)).ToListAsync();
        var numbers = known.Where(resident => resident.HouseholdNumber.Length > 0).ToDictionary(resident => resident.PersonKey, resident => resident.HouseholdNumber);
        var first = declarations.Select(each => numbers.GetValueOrDefault(each.PersonKey)).FirstOrDefault(number => number is not null);
        return numbers.Where(each => each.Value != first).ToDictionary();
    }
}

/// <summary>One person of a sitting.</summary>
/// <param name="Declaration">His declaration.</param>
/// <param name="Pass">His current card from it, or null.</param>
/// <param name="PassState">State of the card, or null.</param>
/// <param name="OtherHousehold">户号 if the roster has him in another household than the others; else null.</param>
public sealed record SittingRow(Declaration Declaration, HealthPass? Pass, PassDisplayState? PassState, string? OtherHousehold);
