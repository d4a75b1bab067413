using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>申报台账 — every form handed in on the days asked for, and what became of it.</summary>
public sealed class DeclarationLedgerReport : Report
{
    public override string Code => "declarations";

    public override string Name => "申报台账";

    public override string Purpose => "每份申报表一行：申报人、去向、测温、结论、审核人、卡号。";

    public override bool NamesPeople => true;

    public override IReadOnlyList<Definition> Definitions { get; } =
    [
        new("申报日期", "录入的那一天。"),
        new("年龄", "申报那天的周岁。"),
        new("体温、测温结果", "最后一次测温；“正常”“不正常”是测温人勾选的，程序不按度数判断。"),
        new("结论", "填报时的状态；“待测温审核”还没有决定。"),
        new("卡号", "这份申报发的卡；补打过的写最后一张。"),
        new("目的地、健康情况", "目的地脱敏的台账只到省市；健康情况不进台账。", "宁疫指办发〔2020〕63号 附件1"),
    ];

    public override Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken gone = default) => Task.FromResult(new ReportTable(
        [
            Column.Text("申报编号", 17), Column.Day("申报日期"), Column.Text("姓名", 12), Column.Text("性别", 6), Column.Whole("年龄", 6), Column.Text("证件类型", 12), Column.Text("证件号码", 21),
            Column.Text("电话", 14), Column.Text("现居住住址", 36), Column.Text("村民小组", 10), Column.Text("学校班级", 14), Column.Text("目的地", 24), Column.Day("出行日期"), Column.Text("交通工具", 9),
            Column.Text("体温", 9), Column.Text("测温结果", 9), Column.Text("结论", 12), Column.Text("审核人", 10), Column.Moment("审核时间"), Column.Text("卡号", 24),
        ],
        Rows(db, scope)));

    private static async IAsyncEnumerable<object?[]> Rows(OfficeDb db, ReportScope scope)
    {
        // Asked row by row, each card would be looked for among all.
        var cards = new Dictionary<long, string>();
        await foreach (var card in scope.Of(db.Passes).Where(pass => pass.Validity.FirstDay >= scope.FirstDay).OrderBy(pass => pass.Id).Select(pass => new { pass.DeclarationId, pass.Number }).AsAsyncEnumerable())
        {
            cards[card.DeclarationId] = card.Number;
        }

        // By the day first, as an index keeps them: sorted by the office first, all would have to lie in memory before the first is written.
        var forms = scope.Of(db.Declarations).AsNoTracking().Where(each => each.SubmittedOn >= scope.FirstDay && each.SubmittedOn <= scope.LastDay)
            .OrderBy(each => each.SubmittedOn).ThenBy(each => each.OfficeCode).ThenBy(each => each.Number)
            .Select(each => new
            {
                each.Id, each.Number, each.SubmittedOn, each.State, each.Content, each.TemperatureReadings,
                DecidedAt = each.Decisions.OrderByDescending(decision => decision.Id).Select(decision => (DateTimeOffset?)decision.At).FirstOrDefault(),
                DecidedBy = each.Decisions.OrderByDescending(decision => decision.Id).Select(decision => decision.By).FirstOrDefault(),
            });
        await foreach (var form in forms.AsAsyncEnumerable())
        {
            var (content, person, reading) = (form.Content, form.Content.Person, form.TemperatureReadings.Count > 0 ? form.TemperatureReadings[^1] : null);
            yield return
            [
                form.Number, form.SubmittedOn, scope.Name(person.Name), person.Sex.ChineseName(), person.AgeOn(form.SubmittedOn), person.Document.Kind.ChineseName(), scope.Paper(person.Document),
                scope.Phone(content.Phone), scope.Address(content.CurrentAddress), scope.Words(content.Group), content.SchoolClass, scope.IsMasked ? content.Travel.Province + content.Travel.City : content.Travel.Destination, content.Travel.On, content.Travel.By?.ChineseName(),
                reading?.Temperature.ToString(), reading is null ? null : reading.FoundNormal ? "正常" : "不正常", form.State.ChineseName(), form.DecidedBy?.Name, form.DecidedAt, cards.GetValueOrDefault(form.Id),
            ];
        }
    }
}
