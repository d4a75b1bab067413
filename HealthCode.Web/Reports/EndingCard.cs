using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>到期续办 — a card that ends soon or has ended recently and is not renewed, with where its holder is found: the roster first, else his declaration.</summary>
/// <param name="Pass">The card.</param>
/// <param name="Content">Its declaration.</param>
/// <param name="Entry">The holder in the roster, or null.</param>
public sealed record EndingCard(HealthPass Pass, DeclarationContent Content, Resident? Entry)
{
    /// <summary>Days after the end for which a card remains in the list.</summary>
    public const int DaysAfterEnd = 7;

    /// <summary>村民小组.</summary>
    public string Group => Entry is { VillageGroup.Length: > 0 } entry ? entry.VillageGroup : Content.Group;

    /// <summary>网格员; empty when there is none.</summary>
    public string Worker => Entry?.GridWorker?.Name.Value ?? "";

    /// <summary>住址.</summary>
    public string Address => Entry is { Address.Length: > 0 } entry ? entry.Address : Pass.ResidenceAddress;

    /// <summary>电话, of the guardian if there is no other.</summary>
    public PhoneNumber? Phone => Entry?.Phone ?? Content.Phone ?? Entry?.Guardian?.Phone ?? Content.Guardian?.Phone;

    /// <summary>The cards of some offices, in the order in which somebody walks: grid worker, group, house, and at a house by name.</summary>
    public static async Task<IReadOnlyList<EndingCard>> InWalkingOrderAsync(OfficeDb db, IQueryable<HealthPass> passes, DateOnly today, CancellationToken cancellationToken = default)
    {
        var (first, last) = (today.AddDays(-DaysAfterEnd), today.AddDays(PassDisplayState.EndingSoonDays));
        var offices = await db.OfficesWithinReach.AsNoTracking().ToDictionaryAsync(office => office.Code, cancellationToken);
        var found = await (
            from pass in passes.AsNoTracking()
            where pass.State == PassState.HandedOver && pass.IsCurrent && pass.Validity.LastDay >= first && pass.Validity.LastDay <= last
            join paper in db.Declarations on pass.DeclarationId equals paper.Id
            join each in db.Residents on new { pass.OfficeCode, pass.PersonKey } equals new { each.OfficeCode, each.PersonKey } into entries
            from entry in entries.DefaultIfEmpty()
            select new { pass, paper.Content, entry }).ToListAsync(cancellationToken);
        return
        [
            .. found.Where(each => StillUsesCards(offices[each.pass.OfficeCode], today)).Select(each => new EndingCard(each.pass, each.Content, each.entry))
                .OrderBy(card => card.Pass.OfficeCode, StringComparer.Ordinal)
                .ThenBy(card => card.Worker.Length == 0).ThenBy(card => card.Worker, NaturalOrder.Instance)
                .ThenBy(card => card.Group.Length == 0).ThenBy(card => card.Group, NaturalOrder.Instance)
                .ThenBy(card => card.Address, NaturalOrder.Instance)
                .ThenBy(card => card.Pass.Holder.Name.Value, NaturalOrder.Instance).ThenBy(card => card.Pass.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>After the end of the epidemic no cards are renewed.</summary>
    private static bool StillUsesCards(Office office, DateOnly today) => office.EpidemicEndedOn is not { } ended || today < ended;
}
