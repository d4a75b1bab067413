using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>状态变化 — the official results that were seen in a period, each with the one before. Official values only.</summary>
public sealed class OfficialChangesReport : ResidentReport
{
    public override string Code => "official-changes";

    public override string Name => "状态变化";

    public override string Purpose => "这段时间看到的官方结果，一次一行：原来是什么、现在是什么、什么时候看到的、谁登记的。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("原来、现在", $"都是“{pack.HealthCode.Platform}”的官方结果，按看到的时间先后；本系统不生成也不换算官方码。原来空着的，是第一次登记；和原来一样的也列出。"),
        new("看到时间", "本人出示、家属出示或电话告知的时间，不是录入的时间。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var statuses = await scope.Of(db.HealthStatuses).AsNoTracking().Select(status => new { status.OfficeCode, status.ResidentId, status.Official }).ToListAsync(cancellationToken);
        var seen = statuses.SelectMany(status => Seen(status.OfficeCode, status.ResidentId, status.Official)).Where(each => each.Now.SeenAt >= scope.Begin && each.Now.SeenAt < scope.End).ToList();
        var residents = await ResidentsAsync(db, scope, seen.Select(each => each.ResidentId), cancellationToken);
        var offices = await scope.Offices(db).ToDictionaryAsync(office => office.Code, cancellationToken);
        return ReportTable.Of(
            [Column.Text("村居", 16), Column.Text("姓名", 12), Column.Text("原来", 12), Column.Text("现在", 12), Column.Moment("看到时间"), Column.Text("来源", 12), Column.Text("登记人", 12)],
            seen.OrderBy(each => each.OfficeCode, StringComparer.Ordinal).ThenBy(each => each.Now.SeenAt).ThenBy(each => each.ResidentId).Select(each => (object?[])
            [
                offices[each.OfficeCode].ShortVillage, scope.Masking.Name(residents[each.ResidentId].Person.Name), each.Before is { } before ? Words(each, before) : "", Words(each, each.Now),
                OfficeClock.AtOffice(each.Now.SeenAt), each.Now.Source.ChineseName(), each.Now.By.Name,
            ]));
        string Words(SeenResult each, OfficialResult result) => offices[each.OfficeCode].RulesOn(BeijingTime.DayOf(result.SeenAt)).HealthCode.WordsOf(result.Result);
    }

    public override async Task<Func<DateOnly, DateOnly, bool>> ContainsAsync(OfficeDb db, IReadOnlyCollection<long> residents) =>
        AnyOf([.. (await db.HealthStatuses.AsNoTracking().Where(status => residents.Contains(status.ResidentId)).Select(status => status.Official).ToListAsync())
            .SelectMany(official => official).Select(result => BeijingTime.DayOf(result.SeenAt))]);

    private static IEnumerable<SeenResult> Seen(string officeCode, long residentId, IReadOnlyList<OfficialResult> official)
    {
        var ordered = official.OrderBy(result => result.SeenAt).ToList();
        return ordered.Select((result, i) => new SeenResult(officeCode, residentId, i > 0 ? ordered[i - 1] : null, result));
    }

    private sealed record SeenResult(string OfficeCode, long ResidentId, OfficialResult? Before, OfficialResult Now);
}
