namespace HealthCode.Web.Reports;

/// <summary>表 — columns, and rows read while they are written: a ledger of 100,000 rows never lies in memory whole.</summary>
/// <param name="Columns">Without 序号, which is added.</param>
/// <param name="Rows">One value a column, null for an empty cell; see <see cref="ColumnKind"/>.</param>
public sealed record ReportTable(IReadOnlyList<Column> Columns, IAsyncEnumerable<object?[]> Rows)
{
    /// <summary>A table whose rows are at hand.</summary>
    public static ReportTable Of(IReadOnlyList<Column> columns, IEnumerable<object?[]> rows) => new(columns, rows.ToAsyncEnumerable());

    /// <summary>Whether it ends with 合计.</summary>
    public bool IsSummed => Columns.Any(column => column.IsSummed);

    /// <summary>Whether it has two header rows.</summary>
    public bool HasBands => Columns.Any(column => column.Band.Length > 0);
}
