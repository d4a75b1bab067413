using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>到期续办名单 — cards that expire soon or expired recently, so that grid workers can call their holders in time.</summary>
public sealed class RenewalListReport : Report
{
    /// <summary>Days after the end for which a card remains in the list.</summary>
    private const int DaysAfterEnd = 7;

    public override string Code => "renewals";

    public override string Name => "到期续办名单";

    public override string Purpose => $"{PassDisplayState.EndingSoonDays} 天内到期和 {DaysAfterEnd} 天内已到期还没续办的卡，按村民小组和网格员排列。";

    public override bool NamesPeople => true;

    public override ReportPeriod Period => ReportPeriod.Today;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("列入名单", $"已发放、没有停用作废、还没有换发新卡，有效期至今天起 {PassDisplayState.EndingSoonDays} 天之内，或在过去 {DaysAfterEnd} 天之内已到期。"),
        new("还剩几天", "有效期至减今天；0 是今天最后一天，负数是已过期的天数。"),
        new("村民小组、网格员", "照居民名册；名册里没有的，村民小组照申报表，网格员空着。"),
        new("电话", "照居民名册；没有的照申报表，再没有的写监护人电话。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default) => ReportTable.Of(
        [
            Column.Text("村民小组", 11), Column.Text("网格员", 12), Column.Text("网格员电话", 16), Column.Text("姓名", 12), Column.Text("电话", 16),
            Column.Text("住址", 40), Column.Text("卡号", 24), Column.Day("有效期至"), Column.Whole("还剩几天", 10),
        ],
        (await EndingAsync(db, scope, cancellationToken))
            .OrderBy(one => one.Pass.OfficeCode, StringComparer.Ordinal)
            .ThenBy(one => one.Group.Length == 0).ThenBy(one => one.Group, Chinese)
            .ThenBy(one => one.Worker, Chinese)
            .ThenBy(one => one.Pass.Holder.Name.Value, Chinese).ThenBy(one => one.Pass.Number, StringComparer.Ordinal)
            .Select(one => Row(one, scope)));

    public override bool Names(Declaration form, HealthPass card, DateOnly day) =>
        day >= card.Validity.LastDay.AddDays(-PassDisplayState.EndingSoonDays) && day <= card.Validity.LastDay.AddDays(DaysAfterEnd);

    private static object?[] Row(Ending one, ReportScope scope) =>
    [
        one.Group, one.Worker, one.Entry?.GridWorker?.Phone?.Value ?? "", scope.Masking.Name(one.Pass.Holder.Name), scope.Masking.Phone(one.Phone),
        scope.Masking.Address(one.Address), one.Pass.Number, one.Pass.Validity.LastDay, one.Pass.Validity.DaysLeft(scope.Today),
    ];

    private static async Task<IEnumerable<Ending>> EndingAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        var (first, last) = (scope.Today.AddDays(-DaysAfterEnd), scope.Today.AddDays(PassDisplayState.EndingSoonDays));
        var offices = await db.Offices.AsNoTracking().ToDictionaryAsync(office => office.Code, cancellationToken);
        var found = await (
            from pass in scope.Of(db.Passes).AsNoTracking()
            where pass.State == PassState.HandedOver && pass.IsCurrent && pass.Validity.LastDay >= first && pass.Validity.LastDay <= last
            join paper in db.Declarations on pass.DeclarationId equals paper.Id
            join each in db.Residents on new { pass.OfficeCode, pass.PersonKey } equals new { each.OfficeCode, each.PersonKey } into entries
            from entry in entries.DefaultIfEmpty()
            select new { pass, paper.Content, entry }).ToListAsync(cancellationToken);
        return found.Where(each => StillUsesCards(offices[each.pass.OfficeCode], scope.Today)).Select(each => new Ending(each.pass, each.Content, each.entry));
    }

    /// <summary>After the end of the epidemic no cards are renewed.</summary>
    private static bool StillUsesCards(Office office, DateOnly today) => office.EpidemicEndedOn is not { } ended || today < ended;

    private sealed record Ending(HealthPass Pass, DeclarationContent Content, Resident? Entry)
    {
        public string Group => Entry is { VillageGroup.Length: > 0 } entry ? entry.VillageGroup : Content.Group;

        public string Worker => Entry?.GridWorker?.Name.Value ?? "";

        public string Address => Entry is { Address.Length: > 0 } entry ? entry.Address : Pass.ResidenceAddress;

        public PhoneNumber? Phone => Entry?.Phone ?? Content.Phone ?? Entry?.Guardian?.Phone ?? Content.Guardian?.Phone;
    }
}
