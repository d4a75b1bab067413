using System.Globalization;
using HealthCode.Domain.Seals;
using HealthCode.Web.Imports;

namespace HealthCode.Tests.Support;

/// <summary>An import of 卡片领入: as small as possible, to test importing in general.</summary>
public sealed class StockImport : Import
{
    public static readonly string[] Titles = ["纸张", "张数", "日期", "证件号码", "备注"];

    public override string Code => "stock";

    public override string Name => "卡片领入";

    public override string Purpose => "一批一行。";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("纸张", 16, true, "哪一种纸", ImportColumnKind.Words, "A6 卡纸", "24 格不干胶"),
        new("张数", 8, true, "1 到 100000"),
        new("日期", 12, false, "领到的那天", ImportColumnKind.Day),
        new("证件号码", 22, false, "领的人的", ImportColumnKind.DocumentNumber),
        new("备注", 30, false, "可以空着"),
    ];

    /// <summary>Awaited before the first row; lets a test observe a running import.</summary>
    public Task MayBegin { get; init; } = Task.CompletedTask;

    public override async Task ApplyAsync(ImportContext context, IReadOnlyList<ImportRow> rows, IProgress<int> done, CancellationToken cancellationToken)
    {
        await MayBegin.WaitAsync(cancellationToken);
        for (var i = 0; i < rows.Count; i++)
        {
            if (int.TryParse(rows[i]["张数"], NumberStyles.None, CultureInfo.InvariantCulture, out var sheets) && sheets > 0)
            {
                context.Db.StockEntries.Add(StockEntry.Receive(context.Office, rows[i]["纸张"], sheets, rows[i]["备注"], context.By, context.Clock.Now, context.Clock.Today));
            }
            else
            {
                rows[i].AddError("张数", "请填 1 到 100000 的数");
            }

            done.Report(i + 1);
        }
    }
}
