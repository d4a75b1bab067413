using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Tips;
using HealthCode.Web.Data;
using HealthCode.Web.Tips;

namespace HealthCode.Web.Imports;

/// <summary>线索导入 — tips that somebody else has taken, one per row; each waits for its dispatch as if it had been told at the desk.</summary>
public sealed class TipImport : Import
{
    private const string Kind = "线索还是监督举报";
    private const string Place = "所在地";
    private const string Suspect = "被反映的人姓名";
    private const string Condition = "身体状况";
    private const string Topic = "上报类型";
    private const string Description = "情况";
    private const string ReporterName = "举报人姓名";
    private const string ReporterPhone = "举报人电话";

    private static readonly IReadOnlyList<(string Word, TipKind Value)> Kinds = [.. Enum.GetValues<TipKind>().Select(kind => (kind.ChineseName(), kind))];

    private readonly TipTerms? _terms;

    /// <summary>Before the office is known: the columns of the province that has the desk.</summary>
    public TipImport()
        : this(RulePacks.All.FirstOrDefault(pack => pack.Tips is not null)?.Tips)
    {
    }

    private TipImport(TipTerms? terms)
    {
        _terms = terms;
        Columns =
        [
            new(Kind, 16, true, "说可能染病的人，是线索；说违反防控要求的事，是监督举报。", ImportColumnKind.Words, PersonColumns.Choices(Kinds)),
            new(Place, 30, true, "照着能找到，例如 3组 马家商店旁。"),
            new(Suspect, 14, false, "线索才填，不知道的空着。"),
            new(Condition, 10, false, "线索必填，写数字：" + string.Join("；", Conditions.Select((condition, place) => $"{place + 1} {condition.Text}")), ImportColumnKind.Words, [.. Conditions.Select((_, place) => $"{place + 1}")]),
            new(Topic, 18, false, "监督举报必填。", ImportColumnKind.Words, [.. terms?.Topics ?? []]),
            new(Description, 40, false, $"最多 {Tip.LongestDescription} 个字，监督举报必填。"),
            new(ReporterName, 12, false, "不肯留的空着。导入以后只有派发的人看得到。"),
            new(ReporterPhone, 15, false, "不肯留的空着。", ImportColumnKind.Telephone),
        ];
    }

    public override string Code => "tips";

    public override string Name => "线索举报导入";

    public override string Purpose => "热线、别处转来的线索和监督举报，一件一行。导入以后都是待派，规矩和窗口受理的一样。";

    public override IReadOnlyList<ImportColumn> Columns { get; }

    public override bool IsKnown(RulePack pack) => pack.Tips is not null;

    public override Import For(RulePack pack) => new TipImport(pack.Tips ?? _terms);

    public override string ColumnOf(Field? field) => field?.Name switch
    {
        TipField.Place => Place,
        TipField.Suspect => Suspect,
        TipField.Condition => Condition,
        TipField.Topic => Topic,
        TipField.Description => Description,
        _ => Kind,
    };

    private IReadOnlyList<TipCondition> Conditions => _terms?.Conditions ?? [];

    public override async Task ApplyAsync(ImportContext context, IReadOnlyList<ImportRow> rows, IProgress<int> done, CancellationToken cancellationToken)
    {
        var (db, office, today) = (context.Db, context.Office, context.Clock.Today);
        RegisterRules.Kept.Require(IsKnown(office.RulesOn(today)));
        var settings = await db.TipSettingsAsync(office);
        foreach (var (place, row) in rows.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = new RowParser(row, today);
            var content = new TipContent(
                cells.One(Kind, Kinds), row[Topic], int.TryParse(row[Condition], out var figure) && figure >= 1 && figure <= Conditions.Count ? Conditions[figure - 1].Code : "", cells.Name(Suspect),
                cells.Text(Place, Tip.LongestLine), cells.Text(Description, Tip.LongestDescription));
            var reporter = new TipReporter(cells.Name(ReporterName), cells.Phone(ReporterPhone));
            row.Faults.Add(TipRules.Validate(content, _terms!), ColumnOf);
            if (row.Faults.Count == 0)
            {
                db.Tips.Add(Tip.Receive(office, await db.NextTipNumberAsync(office), content, reporter, await db.TipAreaOfAsync(office.Code, content.Place, today), settings, _terms!, context.By, context.Clock.Now));
            }

            done.Report(place + 1);
        }

        if (rows.All(row => row.Faults.Count == 0))
        {
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
