namespace HealthCode.Web.Pages.Reports;

/// <summary>一张图 and the same figures as a table.</summary>
/// <param name="Title">Heading of the panel.</param>
/// <param name="Note">Explanation.</param>
/// <param name="Columns">Column headers of the table.</param>
/// <param name="Rows">Label in the table, short label below the bar, and values; null for no value.</param>
public sealed record ChartPanel(string Title, string Note, IReadOnlyList<string> Columns, IReadOnlyList<(string Word, string Short, IReadOnlyList<decimal?> Values)> Rows);
