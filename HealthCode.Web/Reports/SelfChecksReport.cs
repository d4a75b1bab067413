using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>督查自查表 — every question of the self-checks and every item of the inspections of some days. Not the 督查表, which is about refusals and waiting.</summary>
public sealed class SelfChecksReport : Report
{
    public override string Code => "self-checks";

    public override string Name => "督查自查表";

    public override string Purpose => "自查的每个问题、督查的每一项一行：有没有、好不好、看到了什么、哪天以前整改、整改了没有。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("自查", pack.Supervision.SelfCheckCitation is null ? "本省的通知没有列自查的问题，没有这一类。" : $"对照通知列出的 {pack.Supervision.SelfCheck.Count} 个问题，一个问题一行。", pack.Supervision.SelfCheckCitation?.Place ?? ""),
        new("督查", pack.Supervision.Inspections.Count == 0 ? "本省的通知没有列督查的项目，没有这一类。" : "到一个地方查一次，一项一行；“本村另查”的通知里没有列。", pack.Sources.Inspection),
        new("日期", "自查、督查的那天在这段时间里。"),
        new("结果", "自查：有、没有这个问题。督查：好、不好、不适用。由查的人写，程序不判断。"),
        new("看到了什么", "照登记的写；登记时不写居民的姓名和号码。"),
        new("期限", "自查：哪天以前整改好。督查：哪天复查。没有的空着。"),
        new("办好日期", "整改好的那天，或者复查的那天；到填报时间还没有的空着。"),
        new("和督查表的区别", "督查表数的是不予办理、等候和退回；本表是自己查自己、查场所的记录。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var (first, last) = (scope.FirstDay, scope.LastDay);
        var villages = await scope.Offices(db).ToDictionaryAsync(office => office.Code, office => office.ShortVillage, cancellationToken);
        var checks = await scope.Of(db.SelfChecks).AsNoTracking().Where(check => check.CheckedOn >= first && check.CheckedOn <= last)
            .OrderBy(check => check.OfficeCode).ThenBy(check => check.CheckedOn).ThenBy(check => check.Id).ToListAsync(cancellationToken);
        var inspections = await scope.Of(db.Inspections).AsNoTracking().Where(inspection => inspection.InspectedOn >= first && inspection.InspectedOn <= last)
            .OrderBy(inspection => inspection.OfficeCode).ThenBy(inspection => inspection.InspectedOn).ThenBy(inspection => inspection.Id).ToListAsync(cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("类别", 8), Column.Text("村居", 16), Column.Day("日期"), Column.Text("地方", 20), Column.Text("问题、项目", 34), Column.Text("结果", 9), Column.Text("看到了什么、当场怎么说的", 36),
                Column.Day("期限"), Column.Day("办好日期"), Column.Text("怎么办的", 30), Column.Text("谁查的", 16),
            ],
            [.. checks.SelectMany(check => check.Answers.Select(answer => Row(check, answer, villages))), .. inspections.SelectMany(inspection => inspection.Results.Select(result => InspectionRow(inspection, result, villages)))]);

        static object?[] Row(SelfCheck check, SelfCheckAnswer answer, Dictionary<string, string> names) =>
        [
            "自查", names[check.OfficeCode], check.CheckedOn, "本村（居）委会", answer.Question, answer.HasProblem ? "有" : "没有", answer.Evidence,
            answer.RemedyBy, check.RemedyOf(answer.Code)?.On, check.RemedyOf(answer.Code)?.How ?? "", check.CheckedBy,
        ];
    }

    private static object?[] InspectionRow(Inspection inspection, InspectionResult result, Dictionary<string, string> villages)
    {
        // What was told and 复查 are of the visit; they stand beside what was not in order.
        var isFault = result.Outcome == InspectionOutcome.NotInOrder;
        return
        [
            "督查", villages[inspection.OfficeCode], inspection.InspectedOn, inspection.Place, result.Item + (result.IsOwn ? "（本村另查）" : ""), result.Outcome.ChineseName(),
            isFault ? inspection.Told : "", isFault ? inspection.RecheckOn : null, isFault ? inspection.RecheckedOn : null, isFault ? inspection.RecheckFinding : "", inspection.Inspector,
        ];
    }
}
