using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>日报表 — figures of one day by morning, afternoon and evening.</summary>
public sealed class DailyReport : Report
{
    /// <summary>Hours at which 下午 and 晚上 begin.</summary>
    private static readonly int[] Turns = [12, 18];

    public override string Code => "daily";

    public override string Name => "日报表";

    public override string Purpose => "一天里申报、审核、印制、盖章、发放、停用各多少，分上午、下午、晚上。";

    public override ReportPeriod Period => ReportPeriod.Day;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("上午、下午、晚上", "0 时到 12 时、12 时到 18 时、18 时到 24 时，北京时间。"),
        new("申报", "当天录入的申报表份数；后来改过的只算一次，算在第一次录入的时候。"),
        new("老年人、未成年人、特殊情况", "按申报表旁登记的办卡缘由；没有登记缘由的不在其中。只供统计，不是条件。", pack.Sources.Reasons),
        new("符合、退回补正、不予办理", "当天作出的审核决定份数；一份表退回后又通过，两个决定各算一次。"),
        new("其中各条", "不予办理所依据的条款或条件；一份可以依据几条，所以各条相加可能大于不予办理。", pack.Sources.Grounds),
        new("体温异常", "测温人勾选“不正常”的申报份数；由人判断，程序不看度数。"),
        new("印制、盖章、发放", "当天打印、盖章、交到人手里的卡数。"),
        new("补打", "当天因遗失、损毁换发的卡数，旧卡即时作废。"),
        new("停用", "当天停用的卡数。"),
        new("到期", "有效期的最后一天就是当天、已经发放的卡数；当天仍然有效。"),
        new("等待时长", "从递交（或补正后再交）到作出决定，按分钟。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var rows = new List<object?[]>();
        await DeclaredAsync(rows, db, scope, cancellationToken);
        await DecidedAsync(rows, db, scope, cancellationToken);
        await CardsAsync(rows, db, scope, cancellationToken);
        return ReportTable.Of([Column.Text("项目", 44), Column.Whole("上午", 12), Column.Whole("下午", 12), Column.Whole("晚上", 12), Column.Whole("全天", 12), Column.Text("单位", 8)], rows);
    }

    private static async Task DeclaredAsync(List<object?[]> rows, OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        var forms = await scope.Of(db.Declarations).AsNoTracking().Where(each => each.SubmittedOn == scope.LastDay)
            .SelectMany(each => each.Versions.Where(version => version.Number == 1), (each, version) => new { each.Reason, version.At }).ToListAsync(cancellationToken);
        rows.Add(Counted("申报", forms.Select(form => form.At)));
        foreach (var reason in (CardReason[])[CardReason.Elderly, CardReason.Minor, CardReason.Special])
        {
            rows.Add(Counted($"　其中：{reason.ChineseName()}", forms.Where(form => form.Reason == reason).Select(form => form.At)));
        }
    }

    private static async Task DecidedAsync(List<object?[]> rows, OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        var waits = await Wait.EndedAsync(db, scope, cancellationToken);
        foreach (var outcome in Enum.GetValues<ReviewOutcome>())
        {
            rows.Add(Counted(outcome.ChineseName(), waits.Where(wait => wait.Outcome == outcome).Select(wait => wait.Until)));
        }

        // Clauses are decrypted for refusals only, which are few.
        var refused = await scope.Of(db.DecidedOn(scope.LastDay, scope.LastDay)).AsNoTracking().Where(each => each.Decision.Outcome == ReviewOutcome.Refuse)
            .Select(each => new { each.Decision.At, each.Decision.Clauses, each.Decision.FailedConditions }).ToListAsync(cancellationToken);
        var pack = await scope.PackAsync(db, cancellationToken);
        foreach (var clause in pack.Clauses)
        {
            rows.Add(Counted($"　其中：第({clause.Number})条 {clause.Topic}", refused.Where(each => each.Clauses.Contains((RefusalClause)clause.Number)).Select(each => each.At)));
        }

        foreach (var condition in pack.Conditions)
        {
            rows.Add(Counted($"　其中：不符合条件 {condition.Topic}", refused.Where(each => each.FailedConditions.Contains((EligibilityCondition)condition.Number)).Select(each => each.At)));
        }

        var feverish = (await scope.Of(db.Declarations).AsNoTracking().Where(each => each.FoundAbnormal && each.SubmittedOn <= scope.LastDay).Select(each => each.TemperatureReadings).ToListAsync(cancellationToken))
            .Select(readings => readings.FirstOrDefault(reading => !reading.FoundNormal && reading.At >= scope.Begin && reading.At < scope.End)).OfType<TemperatureReading>();
        rows.Add(Counted("体温异常", feverish.Select(reading => reading.At)));
        var waited = waits.Select(wait => (Part: PartOf(wait.Until), Minutes: (int)(wait.Until - wait.Since).TotalMinutes)).ToList();
        rows.Add(Measured("等待时长，平均", waited, minutes => (int)Math.Round(minutes.Average())));
        rows.Add(Measured("等待时长，最长", waited, minutes => minutes.Max()));
    }

    private static async Task CardsAsync(List<object?[]> rows, OfficeDb db, ReportScope scope, CancellationToken cancellationToken)
    {
        var (cards, begin, end) = (scope.Of(db.Passes).AsNoTracking(), scope.Begin, scope.End);
        rows.Add(await OnAsync("印制", cards.Select(card => card.PrintedAt)));
        rows.Add(await OnAsync("盖章", cards.Select(card => card.StampedAt)));
        rows.Add(await OnAsync("发放", cards.Select(card => card.HandedOverAt)));
        var ended = await cards.Where(card => card.EndedAt >= begin && card.EndedAt < end).Select(card => new { card.State, At = card.EndedAt!.Value }).ToListAsync(cancellationToken);
        rows.Add(Counted("补打", ended.Where(card => card.State is PassState.Lost or PassState.Damaged).Select(card => card.At), "张"));
        rows.Add(Counted("停用", ended.Where(card => card.State == PassState.Revoked).Select(card => card.At), "张"));
        rows.Add(["到期", null, null, null, await cards.CountAsync(card => card.State == PassState.HandedOver && card.Validity.LastDay == scope.LastDay, cancellationToken), "张"]);
        async Task<object?[]> OnAsync(string title, IQueryable<DateTimeOffset?> moments) =>
            Counted(title, (await moments.Where(at => at >= begin && at < end).ToListAsync(cancellationToken)).Select(at => at!.Value), "张");
    }

    private static int PartOf(DateTimeOffset at)
    {
        var hour = OfficeClock.AtOffice(at).Hour;
        return Turns.Count(turn => hour >= turn);
    }

    private static object?[] Counted(string title, IEnumerable<DateTimeOffset> moments, string unit = "份")
    {
        var parts = new int[Turns.Length + 1];
        foreach (var at in moments)
        {
            parts[PartOf(at)]++;
        }

        return [title, .. parts.Cast<object?>(), new Formula("SUM(C{row}:E{row})", parts.Sum()), unit];
    }

    private static object?[] Measured(string title, List<(int Part, int Minutes)> waits, Func<IEnumerable<int>, int> measure)
    {
        object? Of(IEnumerable<(int Part, int Minutes)> some) => some.Any() ? measure(some.Select(wait => wait.Minutes)) : null;
        return [title, .. Enumerable.Range(0, Turns.Length + 1).Select(part => Of(waits.Where(wait => wait.Part == part))), Of(waits), "分钟"];
    }
}
