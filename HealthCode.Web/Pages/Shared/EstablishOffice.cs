using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Offices;
using HealthCode.Web.Passes;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Shared;

/// <summary>设立村居 — creates an office, both at set-up and later.</summary>
public sealed class EstablishOffice(OfficeDb db, DivisionList divisions, SigningKeyStore keys)
{
    /// <summary>Proposes name, kind and rules for a division code; null if it is not the code of a village in the list.</summary>
    public async Task<OfficeInput?> ProposeAsync(string? text)
    {
        if (!DivisionCode.TryParse(text, out var code) || code.Level != 5 || await divisions.PathAsync(code) is not { Count: 5 } path)
        {
            return null;
        }

        return new()
        {
            Code = code.Value, Kind = code.ProposedKind, OfficialName = Office.ProposedName([.. path.Select(unit => unit.Name)], code.ProposedKind),
            RulePack = RulePacks.Proposed(code.Value).Code,
        };
    }

    /// <summary>The names from province to village, separated by spaces; empty if the code is unknown.</summary>
    public async Task<string> PlaceAsync(string? text) => DivisionCode.TryParse(text, out var code)
        ? string.Join(' ', (await divisions.PathAsync(code)).Select(unit => unit.Name))
        : "";

    /// <summary>Adds the office and its first signing key within the caller's transaction.</summary>
    /// <exception cref="RuleBrokenException">The office exists already, the code is not a village, or a mandatory field is missing.</exception>
    public async Task<Office> AddAsync(OfficeInput input)
    {
        var path = DivisionCode.TryParse(input.Code, out var code) ? await divisions.PathAsync(code) : [];
        OfficeRules.IsVillageLevel.Require(path.Count == 5);
        OfficeRules.IsNew.Require(!await db.Offices.AnyAsync(known => known.Code == code.Value));
        var pack = RulePacks.All.FirstOrDefault(known => known.Code == input.RulePack);
        OfficeRules.RulesAreKnown.Require(pack is not null);

        var office = Office.Establish(code, [.. path.Select(unit => unit.Name)], input.Kind ?? code.ProposedKind, pack!);
        office.SetNameAndPhones(LineAttribute.Clean(input.OfficialName), input.Kind ?? code.ProposedKind, LineAttribute.Clean(input.ContactPhone), LineAttribute.Clean(input.SupervisionPhone));
        db.Offices.Add(office);
        await keys.AddKeyAsync(db, office);
        return office;
    }
}
