namespace HealthCode.Web.Reports;

/// <summary>表 — columns, and rows streamed while they are written, so that a ledger of 100,000 rows is never in memory as a whole.</summary>
/// <param name="Columns">Without 序号, which is added.</param>
/// <param name="Rows">One value per column, null for an empty cell; types as in <see cref="ColumnKind"/>.</param>
public sealed record ReportTable(IReadOnlyList<Column> Columns, IAsyncEnumerable<object?[]> Rows)
{
    /// <summary>A table with rows in memory.</summary>
    public static ReportTable Of(IReadOnlyList<Column> columns, IEnumerable<object?[]> rows) => new(columns, rows.ToAsyncEnumerable());

    /// <summary>Whether it has a 合计 row.</summary>
    public bool IsSummed => Columns.Any(column => column.IsSummed);

    /// <summary>Whether it has two header rows.</summary>
    public bool HasBands => Columns.Any(column => column.Band.Length > 0);
}
