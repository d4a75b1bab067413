using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Shared;

/// <summary>桌牌 — name of the user's office, township or county, shown at the top of each page; and the rules of the office, for the menu.</summary>
public sealed class OfficeHeader(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    // Compiled once, because every page runs it.
    private static readonly CompiledQuery<Func<OfficeDb, string?, Task<Plate?>>> ByCode = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, string? code) => db.Offices.Where(office => office.Code == code).Select(office => new Plate(office.OfficialName, office.RulePackCode)).FirstOrDefault()));

    private Plate? _plate;

    public async Task<string> OfficeAsync()
    {
        if (currentUser.OfficeCode is not null)
        {
            return (await FindAsync()).Name;
        }

        var unit = currentUser.UnitCode;
        return await db.Divisions.Where(division => division.Code == unit).Select(division => division.Name).FirstOrDefaultAsync() ?? "";
    }

    /// <summary>The rules of the user's office; null for users of none or of several.</summary>
    public async Task<RulePack?> RulesAsync() =>
        currentUser.OfficeCode is not null && (await FindAsync()).RulePackCode is { Length: > 0 } pack ? RulePacks.InForce(pack, clock.Today) : null;

    // Asked twice on every page, of which most have read their office.
    private async Task<Plate> FindAsync() => _plate ??= db.OfficeRead is { } office ? new(office.OfficialName, office.RulePackCode) : await ByCode.For(db)(db, currentUser.OfficeCode) ?? new("", "");

    private sealed record Plate(string Name, string RulePackCode);
}
