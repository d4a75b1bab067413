using System.Text.Json;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>申报台账 — all declarations of a period with their results.</summary>
public sealed class DeclarationLedgerReport : Report
{
    private static readonly JsonSerializerOptions Shown = ContentJson.Only<DeclarationContent>(
        nameof(DeclarationContent.Person), nameof(DeclarationContent.Phone), nameof(DeclarationContent.Stays), nameof(DeclarationContent.DomicileAddress),
        nameof(DeclarationContent.VillageGroup), nameof(DeclarationContent.SchoolClass), nameof(DeclarationContent.Travel));

    public override string Code => "declarations";

    public override string Name => "申报台账";

    public override string Purpose => "每份申报表一行：申报人、去向、测温、结论、审核人、卡号。";

    public override bool NamesPeople => true;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("申报日期", "录入的那一天。"),
        new("年龄", "申报那天的周岁。"),
        new("体温、测温结果", "最后一次测温；“正常”“不正常”是测温人勾选的，程序不按度数判断。"),
        new("结论", "填报时的状态；“待测温审核”还没有决定。"),
        new("卡号", "这份申报发的卡；补打过的写最后一张。"),
        new("目的地、健康情况", "目的地脱敏的台账只到省市；健康情况不进台账。", pack.Sources.Form),
    ];

    public override Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default) => Task.FromResult(new ReportTable(
        [
            Column.Text("申报编号", 17), Column.Day("申报日期"), Column.Text("姓名", 12), Column.Text("性别", 6), Column.Whole("年龄", 6), Column.Text("证件类型", 12), Column.Text("证件号码", 21),
            Column.Text("电话", 14), Column.Text("现居住住址", 36), Column.Text("村民小组", 10), Column.Text("学校班级", 14), Column.Text("目的地", 24), Column.Day("出行日期"), Column.Text("交通工具", 9),
            Column.Text("体温", 9), Column.Text("测温结果", 9), Column.Text("结论", 12), Column.Text("审核人", 10), Column.Moment("审核时间"), Column.Text("卡号", 24),
        ],
        RowsAsync(db, scope)));

    private static async IAsyncEnumerable<object?[]> RowsAsync(OfficeDb db, ReportScope scope)
    {
        // Loaded once: a query per row would be slow.
        var cards = new Dictionary<long, string>();
        await foreach (var card in scope.Of(db.Passes).Where(pass => pass.Validity.FirstDay >= scope.FirstDay).OrderBy(pass => pass.Id).Select(pass => new { pass.DeclarationId, pass.Number }).AsAsyncEnumerable())
        {
            cards[card.DeclarationId] = card.Number;
        }

        // Most of the time is spent decrypting and parsing, so this runs on all cores and keeps only the fields needed.
        var forms = db.AsStoredAsync(Forms(db, scope), row => new Stored(
            row.GetInt64(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), (DeclarationState)row.GetInt32(3), row.GetFieldValue<byte[]>(4), row.GetFieldValue<byte[]>(5),
            row.IsDBNull(6) ? null : UtcText.Read(row.GetString(6)), row.IsDBNull(7) ? null : row.GetString(7)));
        await foreach (var row in forms.InParallelAsync(form => Row(db, scope, form, cards.GetValueOrDefault(form.Id))))
        {
            yield return row;
        }
    }

    private static IQueryable Forms(OfficeDb db, ReportScope scope)
    {
        var office = scope.OfficeCode;
        var forms = db.Declarations.Where(form => form.SubmittedOn >= scope.FirstDay && form.SubmittedOn <= scope.LastDay);
        if (office is not null)
        {
            // A range instead of equality, because otherwise the engine would choose an index on the office and sort all rows of each day.
#pragma warning disable CA1309 // The comparison is done by the database, with the collation of its column.
            forms = forms.Where(form => string.Compare(form.OfficeCode, office) >= 0 && string.Compare(form.OfficeCode, office) <= 0);
#pragma warning restore CA1309
        }

        // Ordered by day first, as in the index; ordering by office first would require sorting all rows in memory.
        return from form in forms.OrderBy(each => each.SubmittedOn).ThenBy(each => each.OfficeCode).ThenBy(each => each.Number)
               join decision in db.Set<ReviewDecision>() on form.Decisions.Max(each => (long?)each.Id) equals decision.Id into last
               from decision in last.DefaultIfEmpty()
               select new { form.Id, form.Number, form.SubmittedOn, form.State, form.Content, form.TemperatureReadings, At = (DateTimeOffset?)decision.At, decision.By };
    }

    private static object?[] Row(OfficeDb db, ReportScope scope, Stored form, string? card)
    {
        var content = db.Read<DeclarationContent>(form.Content, "Declarations.Content", Shown);
        var (person, reading) = (content.Person, db.Read<IReadOnlyList<TemperatureReading>>(form.Readings, "Declarations.TemperatureReadings") is [.., var last] ? last : null);
        return
        [
            form.Number, form.SubmittedOn, scope.Masking.Name(person.Name), person.Sex.ChineseName(), person.AgeOn(form.SubmittedOn), person.Document.Kind.ChineseName(), scope.Masking.Number(person.Document),
            scope.Masking.Phone(content.Phone), scope.Masking.Address(content.CurrentAddress), scope.Masking.Words(content.Group, ""), content.SchoolClass, scope.Masking.Destination(content.Travel), content.Travel.On, content.Travel.By?.ChineseName(),
            reading?.Temperature.ToString(), reading is null ? null : reading.FoundNormal ? "正常" : "不正常", form.State.ChineseName(),
            form.DecidedBy is null ? null : ContentJson.Read<StaffMember>(form.DecidedBy).Name, form.DecidedAt, card,
        ];
    }

    /// <summary>The columns read of a declaration, still encrypted.</summary>
    private sealed record Stored(long Id, string Number, DateOnly SubmittedOn, DeclarationState State, byte[] Content, byte[] Readings, DateTimeOffset? DecidedAt, string? DecidedBy);
}
