using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Declarations;

/// <summary>录入一份 — the one way in for a form that is keyed, alone or with a household; a sheet comes in by <c>Imports</c>, by the same rules.</summary>
public sealed class DeclarationEntry(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    /// <summary>Saves a form within the caller's transaction. The same form posted twice is saved once; with other content it is refused.</summary>
    /// <param name="office">The office it is handed in to.</param>
    /// <param name="formKey">Key of the form.</param>
    /// <param name="content">What stands on it.</param>
    /// <param name="sittingKey">Key of the household's sitting, or null.</param>
    /// <exception cref="RuleBrokenException">See <see cref="FormRules"/> and <see cref="Declaration.Submit"/>.</exception>
    public async Task<Declaration> EnterAsync(Office office, string formKey, DeclarationContent content, string? sittingKey = null)
    {
        if (await FormRules.SavedAsync(db, formKey) is { } saved)
        {
            FormRules.SavedOnce.Require(content.SameAs(saved.Content), $"编号 {saved.Number}。");
            return saved;
        }

        await FormRules.RequireNobodyElsesAsync(db, content.Person);
        var declaration = Declaration.Submit(
            office, await db.NextDeclarationNumberAsync(office, clock.Today), formKey, content, currentUser.Staff!, clock.Now, clock.Today, sittingKey);
        db.Declarations.Add(declaration);
        await db.SaveChangesAsync();
        await db.IndexDeclarationAsync(declaration);
        return declaration;
    }
}
