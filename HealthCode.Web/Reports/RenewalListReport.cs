using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;

namespace HealthCode.Web.Reports;

/// <summary>到期续办名单 — cards that expire soon or expired recently, so that grid workers can call their holders in time.</summary>
public sealed class RenewalListReport : Report
{
    public override string Code => "renewals";

    public override string Name => "到期续办名单";

    public override string Purpose => $"{PassDisplayState.EndingSoonDays} 天内到期和 {EndingCard.DaysAfterEnd} 天内已到期还没续办的卡，按网格员、村民小组、门牌的顺序排，字大，拿着就能走。";

    public override bool NamesPeople => true;

    public override ReportPeriod Period => ReportPeriod.Today;

    public override bool IsCarried => true;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("列入名单", $"已发放、没有停用作废、还没有换发新卡，有效期至今天起 {PassDisplayState.EndingSoonDays} 天之内，或在过去 {EndingCard.DaysAfterEnd} 天之内已到期。"),
        new("还剩几天", "有效期至减今天；0 是今天最后一天，负数是已过期的天数。"),
        new("办了没有、记事", "拿着走的人打勾、写话，程序不填。"),
        new("村民小组、网格员", "照居民名册；名册里没有的，村民小组照申报表，网格员空着。"),
        new("电话", "照居民名册；没有的照申报表，再没有的写监护人电话。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default) => ReportTable.Of(
        [
            Column.Text("网格员", 9), Column.Text("村民小组", 8), Column.Text("住址", 26), Column.Text("姓名", 10), Column.Text("电话", 13),
            Column.Day("有效期至"), Column.Whole("还剩几天", 6), Column.Text("卡号", 12), Column.Text("办了没有", 6), Column.Text("记事", 12),
        ],
        (await EndingCard.InWalkingOrderAsync(db, scope.Of(db.Passes), scope.Today, cancellationToken)).Select(card => Row(card, scope)));

    public override bool Names(Declaration form, HealthPass card, DateOnly day) =>
        day >= card.Validity.LastDay.AddDays(-PassDisplayState.EndingSoonDays) && day <= card.Validity.LastDay.AddDays(EndingCard.DaysAfterEnd);

    private static object?[] Row(EndingCard card, ReportScope scope) =>
    [
        card.Worker, card.Group, scope.Masking.Address(card.Address), scope.Masking.Name(card.Pass.Holder.Name), scope.Masking.Phone(card.Phone),
        card.Pass.Validity.LastDay, card.Pass.Validity.DaysLeft(scope.Today), card.Pass.Number, "□", "",
    ];
}
