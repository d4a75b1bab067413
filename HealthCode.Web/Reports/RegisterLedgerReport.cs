using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Registers;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>台账 of one register — each slip of some days with the items of the province's paper, the void ones among them.</summary>
public sealed class RegisterLedgerReport(RegisterKind kind) : RegisterReport(kind)
{
    public override string Code => Kind switch
    {
        RegisterKind.Returnees => "returnees",
        RegisterKind.Work => "work",
        RegisterKind.FeverClinic => "fever-clinic",
        RegisterKind.Medicines => "medicines",
        _ => throw new InvalidOperationException($"{Kind}"),
    };

    public override string Name => Kind.ChineseName()[..^2] + "台账";

    public override string Purpose => "每张单子一行，照本省登记表的栏；作废的也在，标明作废。";

    public override IReadOnlyList<Definition> Definitions(RulePack pack) => pack.Register(Kind) is { } form
        ?
        [
            new("列入", $"日期在所选日期里的{form.Name}，作废的也列。", form.Citation.Place),
            new("栏", "照本省通知要求登记的；通知没有的不登记。", form.Citation.Place),
            new("遮盖", "脱敏的台账遮盖号码、电话、住址和自述的话。"),
        ]
        : [NotKept];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var pack = await scope.PackAsync(db, cancellationToken);
        var items = pack.Register(Kind)?.Items ?? [];
        var (villages, facilities) = (await VillagesAsync(db, scope, cancellationToken), await FacilitiesAsync(db, scope, cancellationToken));
        var word = Kind.FacilityName();
        return new(
            [
                Column.Text("村居", 16), Column.Whole("号"), .. word.Length > 0 ? [Column.Text(word, 22)] : Array.Empty<Column>(), .. items.Any(item => item.Field == RegisterField.On) ? Array.Empty<Column>() : [Column.Day("录入日期")],
                .. items.Select(item => item.Field.IsDay() ? Column.Day(item.Label) : Column.Text(item.Label, Math.Clamp(item.Label.Length * 2, 10, 32))), Column.Text("作废", 9),
            ],
            RowsAsync(db, scope, pack, items, villages, facilities));
    }

    private async IAsyncEnumerable<object?[]> RowsAsync(OfficeDb db, ReportScope scope, RulePack pack, IReadOnlyList<RegisterItem> items, Dictionary<string, string> villages, Dictionary<long, Facility> facilities)
    {
        var entries = scope.Of(db.RegisterEntries).AsNoTracking().Where(entry => entry.Kind == Kind && entry.On >= scope.FirstDay && entry.On <= scope.LastDay)
            .OrderBy(entry => entry.OfficeCode).ThenBy(entry => entry.Number);
        await foreach (var entry in entries.AsAsyncEnumerable())
        {
            var (typed, shown) = (entry.CellsOf(pack), entry.ShownIn(pack, scope.Masking));
            yield return
            [
                villages.GetValueOrDefault(entry.OfficeCode, ""), entry.Number, .. Kind.FacilityName().Length > 0 ? [entry.FacilityId is { } id ? facilities[id].Name : ""] : Array.Empty<object?>(),
                .. items.Any(item => item.Field == RegisterField.On) ? Array.Empty<object?>() : [entry.On],
                .. items.Select(item => item.Field.IsDay() ? TypedDate.TryParse(typed.Typed(item.Field), scope.Today, out var day, out _) ? day : null : (object?)shown.Typed(item.Field).Replace("\n", "，", StringComparison.Ordinal)),
                entry.IsValid ? "" : "作废",
            ];
        }
    }
}
